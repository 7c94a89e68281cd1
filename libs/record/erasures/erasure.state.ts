import type { ERASURE_EVENTS } from '@fil/facts/events/erasure.events';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface OrderedErasure {
  readonly exists: true;
  readonly target: string;
  readonly carriedOut: boolean;
  readonly refused?: false;
}

export interface RefusedErasure {
  readonly exists: true;
  readonly target: string;
  readonly refused: true;
}

export type ErasureState = { readonly exists: false } | OrderedErasure | RefusedErasure;

export const erasure: Decider<ErasureState> = {
  initial: { exists: false },
  evolve: (state: ErasureState, event: RecordedOf<(typeof ERASURE_EVENTS)[number]>): ErasureState => {
    switch (event.type) {
      case 'erasure.ordered/1':
        return { exists: true, target: event.data.target, carriedOut: false };
      case 'erasure.carriedOut/1':
        return state.exists && !state.refused ? { ...state, carriedOut: true } : state;
      case 'erasure.refused/1':
        return { exists: true, target: event.data.target, refused: true };
      default:
        return state;
    }
  },
};
