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

/** The last day on which a tie counts: three years, from date to date, after its own last day. */
function countsUntil({ endedOn }: DeclaredTie): string | null {
  if (endedOn === undefined) return null;
  const end = lastDay(endedOn);
  return `${String(Number(end.slice(0, 4)) + YEARS).padStart(4, '0')}${end.slice(4)}`;
}

const isTiedOn = ({ declared, joinedOn }: CommitteeMember, day: string): boolean => {
  const standing = declared.findLast(({ from }) => from <= day || from === joinedOn);
  return (standing?.ties ?? []).some((tie) => (countsUntil(tie) ?? day) >= day);
};

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
