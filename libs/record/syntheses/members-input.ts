import { z } from 'zod';
import { integer, LONGEST_LIST, ref } from '@fil/facts/kit/fact-fields';
import { input } from '../deciding/input-kinds';
import { memberKey, type Member } from './synthesis.state';

/** Most members in one command: they fit in one request of 1 MB. */
const MOST_MEMBERS = 10_000;

/** Contributions, or points of them. With no point marked, the whole is point 1. */
export const membersInput = z
  .array(z.strictObject({ contribution: input(ref('contribution')), point: input(integer(1, 100)).default(1) }))
  .min(1)
  .max(MOST_MEMBERS);

/** An event lists at most 500: a longer command makes several events (02 §2.1). */
export const inEvents = (members: readonly Member[]): Member[][] =>
  Array.from({ length: Math.ceil(members.length / LONGEST_LIST) }, (_, n) =>
    members.slice(n * LONGEST_LIST, (n + 1) * LONGEST_LIST),
  );

/** The first member named twice in one command. */
export function namedTwice(members: readonly Member[]): Member | null {
  const seen = new Set<string>();
  return members.find((member) => seen.size === seen.add(memberKey(member)).size) ?? null;
}
