import type { Progress, Stage } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import { stepsForward, type Advanced, type ProgressStep } from './progress-step';
import type { ProjectRow, Snapshot } from './project-row';
import { rank, type Standing } from './status-word';

/** Where the register has a project, when a later snapshot is laid over it. */
export interface KnownProject {
  readonly progress: Progress;
  readonly stage: Stage | null;
  readonly dueOn: When | null;
}

export type Transition = 'forward' | 'backward' | 'abandoned' | 'resumed';
export type Rescheduling = 'later' | 'earlier' | 'dateWithdrawn' | 'firstDate';

export interface Differences {
  readonly steps: readonly ProgressStep[];
  readonly transition: Transition | null;
  readonly rescheduling: Rescheduling | null;
}

/**
 * What happened to a project between two snapshots. Two spellings of one status are no difference.
 *
 * @param between the days of the two snapshots, `from/to`: when a change happened whose month the source does not state.
 */
export function differences(known: KnownProject, row: ProjectRow, snapshot: Snapshot, between: When): Differences {
  const rescheduling = reschedulingOf(known.dueOn, row.plannedOn);
  const reschedule: readonly ProgressStep[] = rescheduling
    ? [{ step: 'reschedule', from: known.dueOn, to: row.plannedOn, on: between }]
    : [];
  const { standing } = row;
  if (!standing) return { steps: reschedule, transition: null, rescheduling };
  if (standing.at === 'abandoned') {
    if (known.progress === 'abandoned') return { steps: [], transition: null, rescheduling: null };
    // A claim to be done is withdrawn first: nothing that is done is abandoned.
    const reopened: readonly ProgressStep[] =
      known.progress === 'done' ? [{ step: 'reopen', word: standing.word, on: between }] : [];
    const steps: readonly ProgressStep[] = [
      ...reopened,
      ...reschedule,
      { step: 'abandon', word: standing.word, on: between },
    ];
    return { steps, transition: 'abandoned', rescheduling };
  }
  const now = { ...row, standing: standing as Standing & { at: Advanced } };
  const before = standingKnown(known);
  if (known.progress === 'abandoned') {
    const reopened: ProgressStep = { step: 'reopen', word: standing.word, on: between };
    return {
      steps: [reopened, ...movesBetween(before, now, snapshot, between, reschedule)],
      transition: 'resumed',
      rescheduling,
    };
  }
  const direction = rank(standing.at) - rank(before);
  return {
    steps: movesBetween(before, now, snapshot, between, reschedule),
    transition: direction === 0 ? null : direction > 0 ? 'forward' : 'backward',
    rescheduling,
  };
}

function movesBetween(
  before: Advanced,
  row: ProjectRow & { readonly standing: Standing & { readonly at: Advanced } },
  snapshot: Snapshot,
  between: When,
  reschedule: readonly ProgressStep[],
): readonly ProgressStep[] {
  const { at, word } = row.standing;
  if (rank(at) >= rank(before)) return [...reschedule, ...stepsForward(before, row, snapshot, () => between)];
  const lost: ProgressStep = {
    step: 'loseStage',
    from: stageAt(before),
    to: stageAt(at),
    word,
    wordBefore: WORD_OF[before],
    on: between,
  };
  return [lost, ...reschedule];
}

const standingKnown = ({ progress, stage }: KnownProject): Advanced => {
  if (progress === 'done' || progress === 'verified') return 'done';
  return stage === null ? 'notStarted' : stage === 'finished' ? 'done' : stage;
};

const stageAt = (at: Advanced): Stage => (at === 'done' ? 'finished' : at);

/** The word the source used for where the project stood: the register keeps it in the events, not in its state. */
const WORD_OF: Readonly<Record<Advanced, string>> = {
  notStarted: 'NON DEMARRE',
  studies: 'ETUDES',
  procedures: 'PROCEDURES',
  works: 'TRAVAUX',
  delivery: 'LIVRAISON',
  done: 'FIN',
};

function reschedulingOf(from: When | null, to: When | null): Rescheduling | null {
  if (from === to) return null;
  if (from === null) return 'firstDate';
  if (to === null) return 'dateWithdrawn';
  return to > from ? 'later' : 'earlier';
}
