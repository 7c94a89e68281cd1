import type { Progress, Stage } from '../codes/progress';

/** How far a commitment has come, by its authority's own account. */
export interface Advance {
  readonly progress: Progress;
  /** Null while no stage was named. */
  readonly stage: Stage | null;
}

export const JUST_MADE: Advance = { progress: 'notStarted', stage: null };

/** Where a commitment stands that is neither done nor abandoned, by its stage. */
const standingAt = (stage: Stage): Progress => (stage === 'notStarted' ? 'notStarted' : 'inProgress');

/**
 * Progress and stage after one more event of a commitment (02 §3). One fold, for the rules and for the views. Losing a
 * stage withdraws a claim to be done; reaching the last stage is not that claim.
 */
export function progressAfter(before: Advance, event: { readonly type: string; readonly data: object }): Advance {
  const { stage, to, percent } = event.data as { stage?: Stage; to?: Stage; percent?: number };
  switch (event.type) {
    case 'commitment.made/1':
      return JUST_MADE;
    case 'commitment.started/1':
      return { ...before, progress: 'inProgress' };
    case 'commitment.stageReached/1':
      return { stage: stage!, progress: stage === 'notStarted' ? before.progress : 'inProgress' };
    case 'commitment.stageLost/1':
      return { stage: to!, progress: standingAt(to!) };
    case 'commitment.progressReported/1':
      return before.progress === 'notStarted' && (percent ?? 0) > 0 ? { ...before, progress: 'inProgress' } : before;
    case 'commitment.declaredDone/1':
      return { ...before, progress: 'done' };
    case 'commitment.abandoned/1':
      return { ...before, progress: 'abandoned' };
    case 'commitment.reopened/1':
      return { ...before, progress: before.stage === null ? 'inProgress' : standingAt(before.stage) };
    default:
      return before;
  }
}
