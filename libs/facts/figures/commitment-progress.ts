/** How far a commitment is, from its own facts: 02 §3. One fold, shared by the published figures and the views. */
import type { Progress } from '../codes/progress';
import { addMonths, daysBetween } from '../dates/calendar-date';
import { compareWhen, isOver, lastDay, type When } from '../dates/when';
import type {
  commitmentMade,
  commitmentRescheduled,
  progressReported,
  sourceNoLongerLists,
} from '../events/commitment.events';
import { happened, type FactEvent, type KnownData } from './fact-event';
import { JUST_MADE, progressAfter, type Advance } from './progress-after';

/** JSON-serialisable: read models keep it as it is. */
export interface CommitmentFacts {
  readonly decision: string | null;
  /** Contributions and syntheses it answers. */
  readonly answers: readonly string[];
  readonly themes: readonly string[];
  readonly madeOn: When;
  /** The first date ever planned, and the one planned now. */
  readonly plannedFirst: When | null;
  readonly plannedNow: When | null;
  readonly reschedulings: number;
  readonly reportEveryMonths: number | null;
  readonly advance: Advance;
  readonly percent: number | null;
  /** When the last thing happened to it. */
  readonly lastNewsOn: When;
  /** Its source no longer lists it, nor said anything since. */
  readonly notListed: boolean;
}

function madeFacts(event: FactEvent): CommitmentFacts {
  const data = event.data as KnownData<typeof commitmentMade>;
  return {
    decision: data.decision ?? null,
    answers: data.answers ?? [],
    themes: data.themes ?? [],
    madeOn: happened(event),
    plannedFirst: data.dueOn ?? null,
    plannedNow: data.dueOn ?? null,
    reschedulings: 0,
    reportEveryMonths: data.reportEveryMonths ?? null,
    advance: JUST_MADE,
    percent: null,
    lastNewsOn: happened(event),
    notListed: false,
  };
}

const later = (a: When, b: When): When => (compareWhen(a, b) >= 0 ? a : b);

function change(facts: CommitmentFacts, event: FactEvent): Partial<CommitmentFacts> {
  switch (event.type) {
    case 'commitment.progressReported/1': {
      const { percent } = event.data as KnownData<typeof progressReported>;
      return { percent: percent ?? facts.percent };
    }
    case 'commitment.rescheduled/1': {
      const { to } = event.data as KnownData<typeof commitmentRescheduled>;
      if (to === undefined) return {};
      return { plannedFirst: facts.plannedFirst ?? to, plannedNow: to, reschedulings: facts.reschedulings + 1 };
    }
    default:
      return {};
  }
}

/** One fact more. Null before `commitment.made`. */
export function evolveCommitment(facts: CommitmentFacts | null, event: FactEvent): CommitmentFacts | null {
  if (event.type === 'commitment.made/1') return madeFacts(event);
  if (!facts) return null;
  if (event.type === 'commitment.sourceNoLongerLists/1') {
    // No news of it: the day we noticed is not a day something happened to it.
    const { lastListedOn } = event.data as KnownData<typeof sourceNoLongerLists>;
    return {
      ...facts,
      notListed: true,
      lastNewsOn: lastListedOn ? later(facts.lastNewsOn, lastListedOn) : facts.lastNewsOn,
    };
  }
  return {
    ...facts,
    notListed: false,
    ...change(facts, event),
    advance: progressAfter(facts.advance, event),
    lastNewsOn: later(facts.lastNewsOn, happened(event)),
  };
}

const CLOSED: readonly Progress[] = ['done', 'verified', 'abandoned'];

/** Neither done nor abandoned. */
export const isOpen = (facts: Pick<CommitmentFacts, 'advance'>): boolean => !CLOSED.includes(facts.advance.progress);

/** Its planned date is over on that day, and it is neither done nor abandoned. */
export const isCommitmentLate = (facts: Pick<CommitmentFacts, 'advance' | 'plannedNow'>, today: string): boolean =>
  isOpen(facts) && facts.plannedNow !== null && isOver(facts.plannedNow, today);

/** A report was promised every N months and none came for longer. */
export const hasNoNews = (
  facts: Pick<CommitmentFacts, 'advance' | 'reportEveryMonths' | 'lastNewsOn'>,
  today: string,
): boolean =>
  isOpen(facts) &&
  facts.reportEveryMonths !== null &&
  addMonths(lastDay(facts.lastNewsOn), facts.reportEveryMonths) < today;

/**
 * Days between two planned dates, by the last day of each: positive is a slip. Null when either is unknown.
 * "2025-05" to "2025-06" is 30 days: from 31 May to 30 June.
 */
export const slip = (from: When | null, to: When | null): number | null =>
  from === null || to === null ? null : daysBetween(lastDay(from), lastDay(to));

/** Days from the first planned date to the present one. */
export const slippedDays = (facts: Pick<CommitmentFacts, 'plannedFirst' | 'plannedNow'>): number | null =>
  slip(facts.plannedFirst, facts.plannedNow);

/**
 * The progress of a contribution that several commitments answer. The abandoned ones are left aside unless all are.
 * All verified: `verified`; all done or verified: `done`; any of them moving or done: `inProgress`; else `modified`,
 * `suspended`, `planned`, `notStarted`, the first that one of them has.
 */
export function summedProgress(all: Iterable<Progress>): Progress | 'none' {
  const given = new Set(all);
  if (given.size === 0) return 'none';
  if (given.size === 1) return [...given][0]!;
  given.delete('abandoned');
  if (given.size === 1) return [...given][0]!;
  const only = (...allowed: Progress[]): boolean => [...given].every((one) => allowed.includes(one));
  if (only('done', 'verified')) return 'done';
  if (['inProgress', 'done', 'verified'].some((one) => given.has(one as Progress))) return 'inProgress';
  return (['modified', 'suspended', 'planned', 'notStarted'] as const).find((one) => given.has(one))!;
}
