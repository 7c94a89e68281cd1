/** Two checkpoints of one register, side by side. */
import type { Policy } from '@fil/log/transparency/policy';
import type { SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn } from './advice';
import { detail, failed, type Finding, joined, type Verdict } from './finding';
import { ageOf, linkStates } from './later-state';
import { openState } from './open-state';
import { type GivenState, parseState } from './state';

/** Finds what leads from the smaller to the larger state, where a copy of the register is at hand. */
export type FindPath = (older: SignedCheckpoint, newer: SignedCheckpoint) => Promise<readonly Buffer[]>;

export interface CheckStates {
  readonly policy: Policy;
  /** Seconds since 1970. */
  readonly now: number;
  readonly findPath?: FindPath;
}

/** @returns null, and says so, when it has no form at all */
export function readState(text: string, findings: Finding[]): GivenState | null {
  try {
    return parseState(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    findings.push(failed('unreadable', joined(UNREADABLE, detail(error.message))));
    return null;
  }
}

const UNREADABLE = {
  fr: 'L’un des états donnés est illisible : il est incomplet, abîmé, ou ce n’est pas un état de registre.',
  en: 'One of the states that were given cannot be read: it is incomplete, damaged, or not the state of a register.',
};

/** @param texts a checkpoint each, perhaps with the proof that leads to it (`parseState`) */
export async function checkStates(
  texts: readonly [string, string],
  { policy, now, findPath }: CheckStates,
): Promise<Verdict> {
  const findings: Finding[] = [];
  const given = texts.map((text) => readState(text, findings));
  const opened = given.map((state, n) => state && openState(state.note, policy, NAMES[n]!));
  for (const one of opened) findings.push(...(one?.findings ?? []));
  const [first, second] = opened.map((one) => one?.checkpoint ?? null);
  if (!first || !second) return { findings, shown: [], forks: [], advice: adviceOn(findings) };
  const [older, newer] = first.size <= second.size ? [first, second] : [second, first];
  const path =
    given.map((state) => state!.path).find(({ length }) => length > 0) ?? (await findPath?.(older, newer)) ?? [];
  const linked = linkStates(older, newer, path);
  findings.push(...linked.findings, ...ageOf(newer, policy, now));
  return { findings, shown: [], forks: linked.forks, advice: adviceOn(findings, linked.forks) };
}

const NAMES = [
  { fr: 'Le premier état', en: 'The first state' },
  { fr: 'Le second état', en: 'The second state' },
] as const;
