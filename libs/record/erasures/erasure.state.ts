import type { ERASURE_EVENTS } from '@fil/facts/events/erasure.events';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface ErasureState {
  /** How far it has come; `none`: there is nothing yet. */
  readonly standing: 'none' | 'requested' | 'ordered' | 'carriedOut' | 'refused';
  readonly target: string | null;
  /** The event by which it was asked for; null: an office decided by itself. */
  readonly request: string | null;
}

export const erasure: Decider<ErasureState> = {
  initial: { standing: 'none', target: null, request: null },
  evolve: (state: ErasureState, event: RecordedOf<(typeof ERASURE_EVENTS)[number]>): ErasureState => {
    const { target } = event.data;
    switch (event.type) {
      case 'erasure.requested/1':
        return { standing: 'requested', target, request: event.id };
      case 'erasure.ordered/2':
        return { ...state, standing: 'ordered', target };
      case 'erasure.carriedOut/1':
        return { ...state, standing: 'carriedOut' };
      case 'erasure.refused/1':
        return { ...state, standing: 'refused', target };
      default:
        return state;
    }
  },
};
