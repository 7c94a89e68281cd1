/** Whether a follow-up committee is independent of the authority: 02 §2.2. One rule for deciders, views and reports. */
import type { Independence, Tie } from '../codes/oversight';
import { firstDay, lastDay, type When } from '../dates/when';
import type { committeeEstablished, memberAppointed, memberLeft, memberTiesDeclared } from '../events/committee.events';
import { happened, type FactEvent, type KnownData } from './fact-event';

/** An office, post or contract with the authority; without an end it is still held. */
export interface DeclaredTie {
  readonly kind: Tie;
  readonly endedOn?: When;
}

/** JSON-serialisable. Days `YYYY-MM-DD`. */
export interface CommitteeMember {
  readonly member: string;
  readonly joinedOn: string;
  /** From this day on no longer a member; null: still one. */
  readonly leftOn: string | null;
  /** What was declared, and from which day on; in the order in which it was declared. */
  readonly declared: readonly { readonly from: string; readonly ties: readonly DeclaredTie[] }[];
}

const YEARS = 3;

/** Three years, from date to date, after the last day of a tie. */
const threeYearsAfter = (end: string): string =>
  `${String(Number(end.slice(0, 4)) + YEARS).padStart(4, '0')}${end.slice(4)}`;

/**
 * By every declaration made by then. A tie that ended counts three years from its end. One without an end was held at
 * least until the next declaration: where that one gives its end, three years from there; where it no longer has it, three
 * years from the day it was dropped.
 */
function isTiedOn({ declared, joinedOn }: CommitteeMember, day: string): boolean {
  const made = declared.filter(({ from }) => from <= day || from === joinedOn);
  return made.some((declaration, n) =>
    declaration.ties.some((tie) => {
      const end = endOf(tie, declaration.from, made[n + 1]);
      return end === null || threeYearsAfter(end) >= day;
    }),
  );
}

type Declaration = CommitteeMember['declared'][number];

/** Null: still held. Whoever declares a tie as still held has it that day, whatever is said later. */
function endOf(tie: DeclaredTie, declaredOn: string, next: Declaration | undefined): string | null {
  if (tie.endedOn !== undefined) return lastDay(tie.endedOn);
  if (next === undefined) return null;
  const again = next.ties.filter(({ kind }) => kind === tie.kind);
  if (again.some(({ endedOn }) => endedOn === undefined)) return declaredOn;
  const ends = again.length === 0 ? [next.from] : again.map(({ endedOn }) => lastDay(endedOn!));
  return [declaredOn, ...ends].sort().at(-1)!;
}

/** Who was a member on that day. */
export const membersOn = (members: readonly CommitteeMember[], day: string): readonly CommitteeMember[] =>
  members.filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || day < leftOn));

/**
 * `independent` when nobody who was a member that day held, or had held in the three years before, an office, a post or a
 * contract with the authority; else `mixed`; `noMembers` when nobody was one.
 *
 * @param day `YYYY-MM-DD`
 */
export function independenceOn(members: readonly CommitteeMember[], day: string): Independence {
  const present = membersOn(members, day);
  if (present.length === 0) return 'noMembers';
  return present.some((member) => isTiedOn(member, day)) ? 'mixed' : 'independent';
}

/** Only an independent committee records that something was verified, or contests it. */
export const mayVerifyOn = (members: readonly CommitteeMember[], day: string): boolean =>
  independenceOn(members, day) === 'independent';

/** JSON-serialisable. */
export interface CommitteeFacts {
  readonly authority: string;
  readonly code: string;
  /** Empty: everything the authority does. */
  readonly scope: readonly string[];
  readonly members: readonly CommitteeMember[];
}

/** One fact more. Null before `committee.established`. */
export function evolveCommittee(
  facts: CommitteeFacts | null,
  event: Pick<FactEvent, 'type' | 'at' | 'occurredOn' | 'data'>,
): CommitteeFacts | null {
  switch (event.type) {
    case 'committee.established/1': {
      const data = event.data as KnownData<typeof committeeEstablished>;
      return { authority: data.authority!, code: data.code!, scope: data.scope ?? [], members: [] };
    }
    case 'committee.memberAppointed/1': {
      const { member, ties } = event.data as KnownData<typeof memberAppointed>;
      const joinedOn = firstDay(happened(event));
      const declared = [{ from: joinedOn, ties: ties ?? [] }];
      return facts && { ...facts, members: [...facts.members, { member: member!, joinedOn, leftOn: null, declared }] };
    }
    case 'committee.memberTiesDeclared/1': {
      const { member, ties } = event.data as KnownData<typeof memberTiesDeclared>;
      const declaration = { from: firstDay(happened(event)), ties: ties ?? [] };
      return changed(facts, member!, (one) => ({ ...one, declared: [...one.declared, declaration] }));
    }
    case 'committee.memberLeft/1': {
      const { member } = event.data as KnownData<typeof memberLeft>;
      return changed(facts, member!, (one) => ({ ...one, leftOn: lastDay(happened(event)) }));
    }
    default:
      return facts;
  }
}

/** A code is a member's for ever. */
const changed = (
  facts: CommitteeFacts | null,
  member: string,
  change: (one: CommitteeMember) => CommitteeMember,
): CommitteeFacts | null =>
  facts && {
    ...facts,
    members: facts.members.map((one) => (one.member === member ? change(one) : one)),
  };
