import type { DECISION_EVENTS } from '@fil/facts/events/decision.events';
import { evolveDecision, type DecisionFacts } from '@fil/facts/figures/decision-facts';
import type { Decider, RecordedOf } from '../deciding/decider';

/** What the figures know of it: the rules ask nothing more. */
export interface RegisteredDecision extends DecisionFacts {
  readonly exists: true;
  readonly authority: string;
}

export type DecisionState = { readonly exists: false } | RegisteredDecision;

type DecisionEvent = RecordedOf<(typeof DECISION_EVENTS)[number]>;

export const decision: Decider<DecisionState> = {
  initial: { exists: false },
  evolve: (state: DecisionState, event: DecisionEvent): DecisionState => {
    if (event.type === 'decision.registered/2')
      return { exists: true, ...evolveDecision(null, event)!, authority: event.data.authority };
    return state.exists ? { ...state, ...evolveDecision(state, event), authority: state.authority } : state;
  },
};
