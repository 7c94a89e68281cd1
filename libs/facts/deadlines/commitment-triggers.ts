import { lastDay, type When } from '../dates/when';
import type { commitmentMade, commitmentRescheduled } from '../events/commitment.events';
import type { DeadlineTrigger } from '../codes/deadline';
import { evolveCommitment, isOpen as isCommitmentOpen, type CommitmentFacts } from '../figures/commitment-progress';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import { ended, isOpen, liftedBy, startedBy, type Started, type TriggerFold } from './started';
import type { Promised } from './count-due';

/** JSON-serialisable. */
export interface CommitmentTriggers {
  readonly facts: CommitmentFacts;
  readonly runs: readonly Started[];
}

/** The date a commitment is to be kept by, as it was rescheduled last, and its progress reports. */
export const commitmentTriggers: TriggerFold<CommitmentTriggers> = {
  evolve(state, event) {
    const facts = evolveCommitment(state?.facts ?? null, event);
    if (!facts) return null;
    return { facts, runs: runsAfter(state?.runs ?? [], state?.facts ?? null, facts, event) };
  },
  started: ({ runs }) => runs,
};

type Kind = Extract<DeadlineTrigger, 'commitmentMade' | 'commitmentReported'>;

const dated = (to: When | null, { at }: FactEvent, from?: When | null): Promised[] =>
  to === null ? [] : [{ by: lastDay(to), saidAt: at, ...(from && { instead: lastDay(from) }) }];
const every = (months: number | null): Promised[] => (months === null ? [] : [{ amount: months, unit: 'months' }]);

const begin = (event: FactEvent, kind: Kind, { authority, owner, accountable }: CommitmentFacts): Started =>
  startedBy(event, {
    startedBy: kind,
    outputs: kind === 'commitmentMade' ? { commitmentDone: null } : { progressReport: null },
    authority,
    owner: owner ?? accountable,
  });

/** What it owes from this event on. */
const begun = (event: FactEvent, facts: CommitmentFacts): readonly Started[] => [
  ...(facts.plannedNow === null
    ? []
    : [{ ...begin(event, 'commitmentMade', facts), promised: dated(facts.plannedNow, event) }]),
  ...reports(event, facts),
];
const reports = (event: FactEvent, facts: CommitmentFacts): readonly Started[] =>
  facts.reportEveryMonths === null
    ? []
    : [{ ...begin(event, 'commitmentReported', facts), promised: every(facts.reportEveryMonths) }];

const changing = (
  runs: readonly Started[],
  kind: Kind,
  change: (run: Started) => Started,
): { readonly found: boolean; readonly runs: readonly Started[] } => {
  const concerned = (run: Started): boolean => run.startedBy === kind && isOpen(run);
  return { found: runs.some(concerned), runs: runs.map((run) => (concerned(run) ? change(run) : run)) };
};

function runsAfter(
  runs: readonly Started[],
  before: CommitmentFacts | null,
  facts: CommitmentFacts,
  event: FactEvent,
): readonly Started[] {
  switch (namedVersion(event.type).name) {
    case 'commitment.made': {
      const made = event.data as KnownData<typeof commitmentMade>;
      return made.authority === undefined ? runs : begun(event, facts);
    }
    case 'commitment.rescheduled': {
      const { from, to } = event.data as KnownData<typeof commitmentRescheduled>;
      if (to === undefined) return runs;
      const moved = changing(runs, 'commitmentMade', (run) => ({ ...run, promised: dated(to, event, from) }));
      if (moved.found || to === null || !isCommitmentOpen(facts)) return moved.runs;
      return [...runs, { ...begin(event, 'commitmentMade', facts), promised: dated(to, event) }];
    }
    case 'commitment.progressReported': {
      const reported = changing(runs, 'commitmentReported', (run) => ended(run, 'progressReport', event)).runs;
      return isCommitmentOpen(facts) ? [...reported, ...reports(event, facts)] : reported;
    }
    case 'commitment.modified': {
      const promised = every(facts.reportEveryMonths);
      const modified = changing(runs, 'commitmentReported', (run) => ({ ...run, promised }));
      return modified.found || !isCommitmentOpen(facts) ? modified.runs : [...runs, ...reports(event, facts)];
    }
    case 'commitment.reassigned':
      return runs.map((run) => (isOpen(run) ? { ...run, owner: facts.owner ?? facts.accountable } : run));
    case 'commitment.declaredDone': {
      const done = changing(runs, 'commitmentMade', (run) => ended(run, 'commitmentDone', event)).runs;
      return changing(done, 'commitmentReported', (run) => liftedBy(run, event)).runs;
    }
    case 'commitment.abandoned':
      return runs.map((run) => liftedBy(run, event));
    default:
      // Reopened, or a stage lost after it was called done: it owes again what it owed.
      return before && !isCommitmentOpen(before) && isCommitmentOpen(facts) ? [...runs, ...begun(event, facts)] : runs;
  }
}
