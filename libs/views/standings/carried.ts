/** How far a common answer has come, member by member: pure. */
import type { Outcome } from '@fil/facts/codes/outcome';
import { outcomeRow } from '@fil/facts/codes/outcome';
import type { PassedOver } from '@fil/facts/codes/synthesis';

/** "1,200 of 4,000 answered": `of` = `answered` + `waiting` + `passedOver`. */
export interface CarriedShown {
  /** Members when it was given, and who joined since. */
  readonly of: number;
  readonly answered: number;
  /** The process has not come to them yet. */
  readonly waiting: number;
  readonly passedOver: number;
  readonly passedOverBecause: Readonly<Partial<Record<PassedOver, number>>>;
}

export const MEMBER_STATES = ['answered', 'waiting', 'passedOver', 'noAnswer'] as const;
/** Of a member towards the common answer that stands; `noAnswer`: none was given. */
export type MemberState = (typeof MEMBER_STATES)[number];

export interface Point {
  readonly contribution: string;
  readonly point: number;
}

/** An event of a synthesis by which points of contributions joined or left. */
export interface Movement {
  readonly event: string;
  readonly does: 'attached' | 'detached';
  readonly members: readonly Point[];
}

/** A common answer of it. */
export interface GivenInCommon {
  readonly event: string;
  readonly does: 'answered';
  readonly outcome: Outcome;
  readonly mergedInto: string | null;
}

/** Where a contribution stands, as the figures tell it. */
export interface MemberFacts {
  readonly kind: string | null;
  readonly withdrawn: boolean;
  readonly voided: boolean;
  readonly inadmissible: boolean;
  readonly points: Readonly<
    Record<string, { readonly answer: { readonly event: string } | null; readonly transferred: boolean }>
  >;
}

/** An answer that came from this synthesis: by its own event, or by the one by which she joined. */
export interface Copy {
  readonly event: string;
  readonly contribution: string;
  /** Null when it is not public. */
  readonly point: number | null;
  readonly cause: string;
}

export interface MemberStanding extends Point {
  readonly member: boolean;
  readonly state: MemberState;
  readonly passedOver: PassedOver | null;
}

const keyOf = (contribution: string, point: number | null): string => `${contribution}#${point ?? '?'}`;

/** What the history of a synthesis says of its answer, before it is known whom that has reached. */
export interface Concerned {
  /** The common answer that stands; null while there is none. */
  readonly answer: GivenInCommon | null;
  /**
   * Everybody it is for, members when it was given and who joined since, in the order in which they joined; without an
   * answer everybody who is in the synthesis.
   */
  readonly points: ReadonlyMap<string, Point>;
  /** Of the points of `points`, those that are in the synthesis now. */
  readonly members: ReadonlySet<string>;
  /** The events that bring it to them: its own one, and those by which others joined since. */
  readonly broughtBy: ReadonlySet<string>;
}

/** @param history what happened to the synthesis, in order */
export function concernedBy(history: readonly (Movement | GivenInCommon)[]): Concerned {
  const members = new Map<string, Point>();
  let points = new Map<string, Point>();
  let answer: GivenInCommon | null = null;
  let broughtBy = new Set<string>();
  for (const one of history) {
    if (one.does === 'answered') {
      answer = one;
      points = new Map(members);
      broughtBy = new Set();
    } else {
      for (const member of one.members) {
        const key = keyOf(member.contribution, member.point);
        if (one.does === 'detached') members.delete(key);
        else {
          members.set(key, member);
          points.set(key, member);
        }
      }
    }
    broughtBy.add(one.event);
  }
  return answer
    ? { answer, points, members: new Set(members.keys()), broughtBy }
    : { answer, points: members, members: new Set(members.keys()), broughtBy: new Set() };
}

/** Everybody the answer is for, each with how far it has come. */
export function memberStandings(
  { answer, points, members, broughtBy }: Concerned,
  facts: ReadonlyMap<string, MemberFacts>,
  copies: readonly Copy[],
): MemberStanding[] {
  if (!answer) {
    return [...points.values()].map((point) => ({ ...point, member: true, state: 'noAnswer', passedOver: null }));
  }
  const reached = new Set(
    copies.filter(({ cause }) => broughtBy.has(cause)).map(({ contribution, point }) => keyOf(contribution, point)),
  );
  const earlier = new Set(copies.map(({ event }) => event));
  return [...points].map(([key, point]) => {
    const member = members.has(key);
    if (reached.has(key) || reached.has(keyOf(point.contribution, null)))
      return { ...point, member, state: 'answered', passedOver: null };
    const passedOver = passedOverBecause(point, member, facts.get(point.contribution), answer, earlier);
    return { ...point, member, state: passedOver ? 'passedOver' : 'waiting', passedOver };
  });
}

/** The rules by which the process passes over somebody; null: it has not come to her yet. */
function passedOverBecause(
  { contribution, point }: Point,
  member: boolean,
  facts: MemberFacts | undefined,
  { outcome, mergedInto }: GivenInCommon,
  earlier: ReadonlySet<string>,
): PassedOver | null {
  if (facts?.voided) return 'voided';
  if (facts?.withdrawn) return 'withdrawn';
  if (!member) return 'left';
  if (facts?.inadmissible) return 'inadmissible';
  const { answer = null, transferred = false } = facts?.points[point] ?? {};
  if (transferred) return 'transferred';
  // An earlier answer of the same synthesis is replaced; any other is left alone.
  if (answer && !earlier.has(answer.event)) return 'ownAnswer';
  const { only } = outcomeRow(outcome);
  const ofItsKind = !only || facts?.kind == null || only.includes(facts.kind);
  return ofItsKind && mergedInto !== contribution ? null : 'otherKind';
}

export function summedUp(standings: readonly MemberStanding[]): CarriedShown {
  const count = (state: MemberState): number => standings.filter((one) => one.state === state).length;
  const because: Partial<Record<PassedOver, number>> = {};
  for (const { passedOver } of standings) if (passedOver) because[passedOver] = (because[passedOver] ?? 0) + 1;
  return {
    of: standings.length,
    answered: count('answered'),
    waiting: count('waiting'),
    passedOver: count('passedOver'),
    passedOverBecause: because,
  };
}

/** All of them have it: there is nobody to look at one by one. */
export const allAnswered = (of: number): CarriedShown => ({
  of,
  answered: of,
  waiting: 0,
  passedOver: 0,
  passedOverBecause: {},
});
