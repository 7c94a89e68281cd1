import type { OBSERVATION_EVENTS } from '@fil/facts/events/observation.events';
import { commitmentMade, type COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import { decisionRegistered, type DECISION_EVENTS } from '@fil/facts/events/decision.events';
import type { Decider, RecordedOf } from '../deciding/decider';

/** Of a decision or a commitment: what was said of it after the close. */
export interface ObservedState {
  readonly exists: boolean;
  /** Of a commitment, the decision it comes from. */
  readonly decision: string | null;
  /** Of a decision, the consultations it comes from. */
  readonly consultations: readonly string[];
  /** By event: whether it was published. */
  readonly observations: ReadonlyMap<string, boolean>;
}

type Observed = RecordedOf<
  (typeof OBSERVATION_EVENTS)[number] | (typeof DECISION_EVENTS)[number] | (typeof COMMITMENT_EVENTS)[number]
>;

export const observed: Decider<ObservedState> = {
  initial: { exists: false, decision: null, consultations: [], observations: new Map() },
  evolve: (state: ObservedState, event: Observed): ObservedState => {
    switch (event.type) {
      case decisionRegistered.type:
        return { ...state, exists: true, consultations: event.data.consultations };
      case commitmentMade.type:
        return { ...state, exists: true, decision: event.data.decision ?? null };
      case 'decision.observationLeft/1':
      case 'commitment.observationLeft/1':
        return { ...state, observations: new Map(state.observations).set(event.id, false) };
      case 'decision.observationPublished/1':
      case 'commitment.observationPublished/1':
        return { ...state, observations: new Map(state.observations).set(event.data.observation, true) };
      default:
        return state;
    }
  },
};
