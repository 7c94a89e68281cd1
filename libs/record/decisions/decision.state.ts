import type { DECISION_EVENTS } from '@fil/facts/events/decision.events';
import type { Decider, RecordedOf } from '../deciding/decider';

export type DecisionState =
  | { readonly exists: false }
  | {
      readonly exists: true;
      readonly authority: string;
      readonly decidedBy: string | null;
      readonly body: string | null;
    };

export const decision: Decider<DecisionState> = {
  initial: { exists: false },
  evolve: (state: DecisionState, event: RecordedOf<(typeof DECISION_EVENTS)[number]>): DecisionState => {
    switch (event.type) {
      case 'decision.registered/1':
        return {
          exists: true,
          authority: event.data.authority,
          decidedBy: event.data.decidedBy ?? null,
          body: event.data.body ?? null,
        };
      default:
        return state;
    }
  },
};
