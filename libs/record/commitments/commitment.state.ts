import type { When } from '@fil/facts/dates/when';
import type { COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import { JUST_MADE, progressAfter, type Advance } from '@fil/facts/figures/progress-after';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface MadeCommitment extends Advance {
  readonly exists: true;
  readonly authority: string;
  readonly decision: string | null;
  readonly owner: string | null;
  readonly accountable: string | null;
  readonly parent: string | null;
  /** The date that stands now, as it was rescheduled last; null when there is none. */
  readonly dueOn: When | null;
  /** Whether it comes from another system; whether that one still lists it. */
  readonly fromSource: boolean;
  readonly listedBySource: boolean;
  /** Id of the event that claims it done; null when there is no claim, or when it was withdrawn. */
  readonly doneClaim: string | null;
}

export type CommitmentState = { readonly exists: false } | MadeCommitment;

type CommitmentEvent = RecordedOf<(typeof COMMITMENT_EVENTS)[number]>;

export const commitment: Decider<CommitmentState> = {
  initial: { exists: false },
  evolve: (state: CommitmentState, event: CommitmentEvent): CommitmentState => {
    if (event.type === 'commitment.made/1') return made(event);
    if (!state.exists) return state;
    const after = { ...state, ...progressAfter(state, event), ...seenInSource(event) };
    switch (event.type) {
      case 'commitment.rescheduled/1':
        return { ...after, dueOn: event.data.to };
      case 'commitment.declaredDone/1':
        return { ...after, doneClaim: event.id };
      case 'commitment.stageLost/1':
      case 'commitment.reopened/1':
        return { ...after, doneClaim: null };
      case 'commitment.sourceNoLongerLists/1':
        return { ...after, listedBySource: false };
      default:
        return after;
    }
  },
};

const made = ({ data }: Extract<CommitmentEvent, { type: 'commitment.made/1' }>): MadeCommitment => {
  const fromSource = data.source !== undefined || data.takenOver !== undefined;
  return {
    exists: true,
    ...JUST_MADE,
    authority: data.authority,
    decision: data.decision ?? null,
    owner: data.owner ?? null,
    accountable: data.accountable ?? null,
    parent: data.parent ?? null,
    dueOn: data.dueOn ?? null,
    fromSource,
    listedBySource: fromSource,
    doneClaim: null,
  };
};

/** What is taken over from a source shows that the source lists it. */
const seenInSource = ({ data }: CommitmentEvent): Partial<MadeCommitment> =>
  data.takenOver ? { fromSource: true, listedBySource: true } : {};
