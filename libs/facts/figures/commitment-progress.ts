/** How far a commitment is, from its own facts: 02 §3. One fold, shared by the published figures and the views. */
import type { Progress } from '../codes/progress';
import { addMonths, daysBetween } from '../dates/calendar-date';
import { compareWhen, isOver, lastDay, type When } from '../dates/when';
import { isAboutEntries } from '../events/about-entries';
import type {
  budgetCommitted,
  commitmentConfirmed,
  commitmentMade,
  commitmentModified,
  commitmentReassigned,
  commitmentRescheduled,
  contestedByCommittee,
  progressReported,
  sourceNoLongerLists,
} from '../events/commitment.events';
import { happened, type FactEvent, type KnownData } from './fact-event';
import { JUST_MADE, progressAfter, type Advance } from './progress-after';

/** What a committee says of the claim that stands. */
export interface CommitteeStand {
  readonly verdict: 'verified' | 'contested';
  readonly committee: string;
  /** Event of the finding, in the committee's stream. */
  readonly finding: string;
  readonly on: When;
}

/** JSON-serialisable: read models keep it as it is. */
export interface CommitmentFacts {
  /** Index of `commitment.made`. */
  readonly index: number;
  readonly authority: string | null;
  readonly decision: string | null;
  /** Contributions and syntheses it answers. */
  readonly answers: readonly string[];
  readonly themes: readonly string[];
  readonly owner: string | null;
  readonly accountable: string | null;
  /** The commitment it is a part of, and its share in it; null: not stated. */
  readonly parent: string | null;
  readonly weight: number | null;
  readonly madeOn: When;
  /** The date it was made with, the first one ever planned, and the one planned now. */
  readonly plannedWhenMade: When | null;
  readonly plannedFirst: When | null;
  readonly plannedNow: When | null;
  readonly reschedulings: number;
  readonly slips: readonly { readonly on: When; readonly from: When | null; readonly to: When | null }[];
  /** Day of the claim that stands, or of the abandonment; null while it is open. */
  readonly closedOn: When | null;
  readonly reportEveryMonths: number | null;
  readonly advance: Advance;
  readonly percent: number | null;
  /** Euro cents: budget voté (null: not stated), engagé, mandaté. */
  readonly budget: { readonly voted: number | null; readonly committed: number; readonly spent: number };
  /** What committees say of the claim that stands, the latest of each. */
  readonly stands: readonly CommitteeStand[];
  /** Councils that took it over, by their mandates. */
  readonly confirmedBy: readonly string[];
  /** When it was modified last. */
  readonly modifiedOn: When | null;
  /** When the last thing happened to it. */
  readonly lastNewsOn: When;
  /** Its source no longer lists it, nor said anything since. */
  readonly notListed: boolean;
}

function madeFacts(event: FactEvent): CommitmentFacts {
  const data = event.data as KnownData<typeof commitmentMade>;
  return {
    index: event.index,
    authority: data.authority ?? null,
    decision: data.decision ?? null,
    answers: data.answers ?? [],
    themes: data.themes ?? [],
    owner: data.owner ?? null,
    accountable: data.accountable ?? null,
    parent: data.parent ?? null,
    weight: data.weight ?? null,
    madeOn: happened(event),
    plannedWhenMade: data.dueOn ?? null,
    plannedFirst: data.dueOn ?? null,
    plannedNow: data.dueOn ?? null,
    reschedulings: 0,
    slips: [],
    closedOn: null,
    reportEveryMonths: data.reportEveryMonths ?? null,
    advance: JUST_MADE,
    percent: null,
    budget: { voted: data.budgetVoted ?? null, committed: 0, spent: 0 },
    stands: [],
    confirmedBy: [],
    modifiedOn: null,
    lastNewsOn: happened(event),
    notListed: false,
  };
}

const later = (a: When, b: When): When => (compareWhen(a, b) >= 0 ? a : b);

function change(facts: CommitmentFacts, event: FactEvent): Partial<CommitmentFacts> {
  switch (event.type) {
    case 'commitment.progressReported/2': {
      const { percent } = event.data as KnownData<typeof progressReported>;
      return { percent: percent ?? facts.percent };
    }
    case 'commitment.rescheduled/1': {
      const { from, to } = event.data as KnownData<typeof commitmentRescheduled>;
      if (to === undefined) return {};
      return {
        plannedFirst: facts.plannedFirst ?? to,
        plannedNow: to,
        reschedulings: facts.reschedulings + 1,
        slips: [...facts.slips, { on: happened(event), from: from ?? null, to }],
      };
    }
    case 'commitment.budgetCommitted/1':
    case 'commitment.budgetSpent/1': {
      const { cents = 0 } = event.data as KnownData<typeof budgetCommitted>;
      const account = event.type === 'commitment.budgetSpent/1' ? 'spent' : 'committed';
      return { budget: { ...facts.budget, [account]: facts.budget[account] + cents } };
    }
    case 'commitment.modified/1': {
      const { weight, reportEveryMonths, budgetVoted } = event.data as KnownData<typeof commitmentModified>;
      return {
        weight: weight ?? facts.weight,
        reportEveryMonths: reportEveryMonths ?? facts.reportEveryMonths,
        budget: { ...facts.budget, voted: budgetVoted ?? facts.budget.voted },
        modifiedOn: happened(event),
      };
    }
    case 'commitment.reassigned/1': {
      const { owner, accountable } = event.data as KnownData<typeof commitmentReassigned>;
      return {
        owner: owner ? owner.to : facts.owner,
        accountable: accountable ? accountable.to : facts.accountable,
      };
    }
    case 'commitment.confirmed/1': {
      const { mandate } = event.data as KnownData<typeof commitmentConfirmed>;
      return mandate === undefined ? {} : { confirmedBy: [...facts.confirmedBy, mandate] };
    }
    case 'commitment.verifiedByCommittee/1':
    case 'commitment.contestedByCommittee/1': {
      const { committee, finding } = event.data as KnownData<typeof contestedByCommittee>;
      if (committee === undefined || finding === undefined) return {};
      const verdict = event.type === 'commitment.verifiedByCommittee/1' ? 'verified' : 'contested';
      const others = facts.stands.filter((stand) => stand.committee !== committee);
      return { stands: [...others, { verdict, committee, finding, on: happened(event) }] };
    }
    case 'commitment.declaredDone/2':
    case 'commitment.abandoned/1':
      return { closedOn: happened(event) };
    case 'commitment.stageLost/1':
    case 'commitment.reopened/2':
      return { closedOn: null, stands: [] };
    default:
      return {};
  }
}

/** What the authority, or the source, says of it. What others say of it is no news of it. */
const NEWS: ReadonlySet<string> = new Set([
  'commitment.started/1',
  'commitment.stageReached/1',
  'commitment.stageLost/1',
  'commitment.progressReported/2',
  'commitment.budgetCommitted/1',
  'commitment.budgetSpent/1',
  'commitment.rescheduled/1',
  'commitment.suspended/1',
  'commitment.resumed/1',
  'commitment.modified/1',
  'commitment.reassigned/1',
  'commitment.confirmed/1',
  'commitment.declaredDone/2',
  'commitment.abandoned/1',
  'commitment.reopened/2',
]);

/** One fact more. Null before `commitment.made`. */
export function evolveCommitment(facts: CommitmentFacts | null, event: FactEvent): CommitmentFacts | null {
  if (event.type === 'commitment.made/1') return madeFacts(event);
  if (!facts) return null;
  // A translation is no news of the works.
  if (isAboutEntries(event.type)) return facts;
  if (event.type === 'commitment.sourceNoLongerLists/1') {
    // No news of it: the day we noticed is not a day something happened to it.
    const { lastListedOn } = event.data as KnownData<typeof sourceNoLongerLists>;
    return {
      ...facts,
      notListed: true,
      lastNewsOn: lastListedOn ? later(facts.lastNewsOn, lastListedOn) : facts.lastNewsOn,
    };
  }
  const after = { ...facts, ...change(facts, event), advance: progressAfter(facts.advance, event) };
  return NEWS.has(event.type)
    ? { ...after, notListed: false, lastNewsOn: later(facts.lastNewsOn, happened(event)) }
    : after;
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
