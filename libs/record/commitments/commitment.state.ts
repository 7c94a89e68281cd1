import type { Progress, Stage } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import type { COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import { evolveCommitment, type CommitmentFacts } from '@fil/facts/figures/commitment-progress';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface MadeCommitment {
  readonly exists: true;
  readonly authority: string;
  readonly progress: Progress;
  /** Null while no stage was named. */
  readonly stage: Stage | null;
  /** The date that stands now, as it was rescheduled last; null when there is none. */
  readonly dueOn: When | null;
  /** What the figures know of it: dates, owner, budgets, what committees say. */
  readonly facts: CommitmentFacts;
  /** Whether it comes from another system; whether that one still lists it. */
  readonly fromSource: boolean;
  readonly listedBySource: boolean;
  /** Findings of committees that served, for a claim that stands or for one that was withdrawn. */
  readonly findings: ReadonlySet<string>;
}

export type CommitmentState = { readonly exists: false } | MadeCommitment;

type CommitmentEvent = RecordedOf<(typeof COMMITMENT_EVENTS)[number]>;

export const commitment: Decider<CommitmentState> = {
  initial: { exists: false },
  evolve: (state: CommitmentState, event: CommitmentEvent): CommitmentState => {
    if (event.type === 'commitment.made/1') return made(event);
    if (!state.exists) return state;
    const after = { ...state, ...standing(evolveCommitment(state.facts, event)!), ...seenInSource(event) };
    switch (event.type) {
      case 'commitment.verifiedByCommittee/1':
      case 'commitment.contestedByCommittee/1':
        return { ...after, findings: new Set(state.findings).add(event.data.finding) };
      case 'commitment.sourceNoLongerLists/1':
        return { ...after, listedBySource: false };
      default:
        return after;
    }
  },
};

const standing = (facts: CommitmentFacts): Pick<MadeCommitment, 'facts' | 'progress' | 'stage' | 'dueOn'> => ({
  facts,
  progress: facts.advance.progress,
  stage: facts.advance.stage,
  dueOn: facts.plannedNow,
});

const made = (event: Extract<CommitmentEvent, { type: 'commitment.made/1' }>): MadeCommitment => {
  const { data } = event;
  const fromSource = data.source !== undefined || data.takenOver !== undefined;
  return {
    exists: true,
    authority: data.authority,
    ...standing(evolveCommitment(null, event)!),
    fromSource,
    listedBySource: fromSource,
    findings: new Set(),
  };
};

/** What is taken over from a source shows that the source lists it. */
const seenInSource = ({ data }: CommitmentEvent): Partial<MadeCommitment> =>
  data.takenOver ? { fromSource: true, listedBySource: true } : {};
