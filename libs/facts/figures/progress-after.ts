import type { Progress, Stage } from '../codes/progress';

/** How far a commitment has come, by its authority's own account, and by a committee's where it verified that. */
export interface Advance {
  readonly progress: Progress;
  /** Null while no stage was named. */
  readonly stage: Stage | null;
  /** Only while it is suspended: the progress to which it returns when it resumes. */
  readonly resumesAs?: Progress;
}

export const JUST_MADE: Advance = { progress: 'notStarted', stage: null };

/** Where a commitment stands that is neither done nor abandoned, by its stage. */
const standingAt = (stage: Stage): Progress => (stage === 'notStarted' ? 'notStarted' : 'inProgress');

const at = ({ stage }: Advance, progress: Progress): Advance => ({ stage, progress });

/** A suspended commitment stays suspended until it resumes; what moves meanwhile shows then. */
const movedTo = (before: Advance, progress: Progress): Advance =>
  before.progress === 'suspended' ? { ...before, resumesAs: progress } : at(before, progress);

const NOT_BEGUN: ReadonlySet<Progress> = new Set(['notStarted', 'planned', 'modified']);

/**
 * Progress and stage after one more event of a commitment (02 §3). One fold, for the rules and for the views. Losing a
 * stage withdraws a claim to be done; reaching the last stage is not that claim. `modified` says that what is undertaken
 * is no longer what it was, until the next step. A verification that another finding disputes is again only a claim.
 */
export function progressAfter(before: Advance, event: { readonly type: string; readonly data: object }): Advance {
  const { stage, to, percent } = event.data as { stage?: Stage; to?: Stage; percent?: number };
  switch (event.type) {
    case 'commitment.made/1':
      return JUST_MADE;
    case 'commitment.started/1':
      return at(before, 'inProgress');
    case 'commitment.stageReached/1':
      return { stage: stage!, progress: stage === 'notStarted' ? before.progress : 'inProgress' };
    case 'commitment.stageLost/1':
      return { stage: to!, progress: standingAt(to!) };
    case 'commitment.progressReported/2':
      return (percent ?? 0) > 0 && NOT_BEGUN.has(before.resumesAs ?? before.progress)
        ? movedTo(before, 'inProgress')
        : before;
    case 'commitment.suspended/1':
      return { ...at(before, 'suspended'), resumesAs: before.resumesAs ?? before.progress };
    case 'commitment.resumed/1':
      return at(before, before.resumesAs ?? 'inProgress');
    case 'commitment.modified/1':
      return movedTo(before, 'modified');
    case 'commitment.declaredDone/2':
      return at(before, 'done');
    case 'commitment.verifiedByCommittee/1':
      return before.progress === 'done' ? at(before, 'verified') : before;
    case 'commitment.contestedByCommittee/1':
      return before.progress === 'verified' ? at(before, 'done') : before;
    case 'commitment.abandoned/1':
      return at(before, 'abandoned');
    case 'commitment.reopened/2':
      return at(before, before.stage === null ? 'inProgress' : standingAt(before.stage));
    default:
      return before;
  }
}
