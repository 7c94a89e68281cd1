/** The life of a commitment from its history. Pure; shown with the commitment and in each thread it follows from. */
import type {
  budgetCommitted,
  commitmentConfirmed,
  commitmentMade,
  commitmentModified,
  commitmentReassigned,
  commitmentSuspended,
  contestedByCommittee,
} from '@fil/facts/events/commitment.events';
import type { CommitmentFacts } from '@fil/facts/figures/commitment-progress';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { words } from '../reading/words-of';
import type {
  BudgetShown,
  CommitmentContent,
  CommitmentLife,
  CommitteeVerdict,
  ModificationShown,
  SuspensionShown,
} from './commitment-life.answer';

/** @param committees whose findings it names, by id */
export function lifeOf(
  history: History,
  facts: CommitmentFacts,
  named: Naming,
  committees: ReadonlyMap<string, History>,
): Omit<CommitmentLife, 'actStanding'> {
  return {
    budget: budgetOf(history, facts),
    suspensions: suspensionsOf(history, named),
    modifications: modificationsOf(history, named),
    reassignments: eventsOf(history, 'commitment.reassigned/1').map((event) => {
      const { owner, accountable, decidedBy } = event.data as KnownData<typeof commitmentReassigned>;
      return {
        ...happening(event),
        owner: owner ? { from: named('bodies', owner.from), to: named('bodies', owner.to) } : null,
        accountable: accountable
          ? { from: named('functions', accountable.from), to: named('functions', accountable.to) }
          : null,
        decidedBy: named('functions', decidedBy),
        reason: words(event, 'reason'),
      };
    }),
    confirmations: eventsOf(history, 'commitment.confirmed/1').map((event) => {
      const { mandate, decidedBy } = event.data as KnownData<typeof commitmentConfirmed>;
      return {
        ...happening(event),
        mandate: mandate!,
        decidedBy: named('functions', decidedBy),
        note: words(event, 'note'),
      };
    }),
    committeeVerdicts: verdictsOf(history, facts, committees),
  };
}

function budgetOf(history: History, { budget }: CommitmentFacts): BudgetShown {
  const { voted, committed, spent } = budget;
  return {
    voted,
    committed,
    spent,
    committedOverVoted: voted !== null && committed > voted,
    spentOverCommitted: spent > committed,
    lines: eventsOf(history, 'commitment.budgetCommitted/1', 'commitment.budgetSpent/1').map((event) => {
      const { cents, reference, decision } = event.data as KnownData<typeof budgetCommitted>;
      return {
        ...happening(event),
        kind: event.type === 'commitment.budgetSpent/1' ? ('spent' as const) : ('committed' as const),
        cents: cents!,
        reference: reference ?? null,
        decision: decision ?? null,
        note: words(event, 'note'),
      };
    }),
  };
}

/** What ends a suspension: a resumption, or what a source says next (see `progressAfter`). */
const RESUMES = ['commitment.resumed/1', 'commitment.started/1', 'commitment.stageReached/1', 'commitment.stageLost/1'];

const suspensionsOf = (history: History, named: Naming): SuspensionShown[] =>
  eventsOf(history, 'commitment.suspended/1').map((event) => {
    const { until, decidedBy } = event.data as KnownData<typeof commitmentSuspended>;
    const after = eventsOf(history, 'commitment.suspended/1', ...RESUMES).find(({ index }) => index > event.index);
    return {
      ...happening(event),
      reason: words(event, 'reason'),
      until: until ?? null,
      decidedBy: named('functions', decidedBy),
      resumed: after && RESUMES.includes(after.type) ? happening(after) : null,
    };
  });

function contentAsMade(made: KeptEvent): CommitmentContent {
  const { budgetVoted, weight, reportEveryMonths } = made.data as KnownData<typeof commitmentMade>;
  return {
    title: words(made, 'title'),
    means: words(made, 'means'),
    indicator: words(made, 'indicator'),
    budgetVoted: budgetVoted ?? null,
    weight: weight ?? null,
    reportEveryMonths: reportEveryMonths ?? null,
  };
}

function contentAfter(before: CommitmentContent, event: KeptEvent): CommitmentContent {
  const { budgetVoted, weight, reportEveryMonths } = event.data as KnownData<typeof commitmentModified>;
  return {
    title: words(event, 'title') ?? before.title,
    means: words(event, 'means') ?? before.means,
    indicator: words(event, 'indicator') ?? before.indicator,
    budgetVoted: budgetVoted ?? before.budgetVoted,
    weight: weight ?? before.weight,
    reportEveryMonths: reportEveryMonths ?? before.reportEveryMonths,
  };
}

/** What it undertakes now. */
export const contentNow = (history: History): CommitmentContent =>
  eventsOf(history, 'commitment.modified/1').reduce(contentAfter, contentAsMade(history.events[0]!));

function modificationsOf(history: History, named: Naming): ModificationShown[] {
  let before = contentAsMade(history.events[0]!);
  return eventsOf(history, 'commitment.modified/1').map((event) => {
    const after = contentAfter(before, event);
    const shown = {
      ...happening(event),
      reason: words(event, 'reason'),
      decidedBy: named('functions', (event.data as KnownData<typeof commitmentModified>).decidedBy),
      before,
      after,
    } satisfies ModificationShown;
    before = after;
    return shown;
  });
}

function verdictsOf(
  history: History,
  facts: CommitmentFacts,
  committees: ReadonlyMap<string, History>,
): CommitteeVerdict[] {
  const given = eventsOf(history, 'commitment.verifiedByCommittee/1', 'commitment.contestedByCommittee/1');
  return given.map((event) => {
    const { committee, finding } = event.data as KnownData<typeof contestedByCommittee>;
    const events = committees.get(committee!)?.events ?? [];
    const recorded = events.find(({ id }) => id === finding);
    return {
      ...happening(event),
      verdict: event.type === 'commitment.verifiedByCommittee/1' ? 'verified' : 'contested',
      committee: { id: committee!, title: events[0] ? words(events[0], 'title') : null },
      finding: { event: finding!, text: recorded ? words(recorded, 'text') : null },
      current: facts.stands.some((stand) => stand.committee === committee && stand.finding === finding),
    };
  });
}
