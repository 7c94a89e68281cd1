import { definitionOf } from '@fil/facts/events/registry';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decider } from '../deciding/decider';

export interface SealedFieldOfEvent {
  readonly event: string;
  readonly path: string;
  /** Encrypted under the person's key. */
  readonly personal: boolean;
}

/** Of any object: which sealed fields its events have. */
export interface TargetState {
  readonly exists: boolean;
  readonly fields: readonly SealedFieldOfEvent[];
}

export const target: Decider<TargetState> = {
  initial: { exists: false, fields: [] },
  evolve: (state: TargetState, { id, type, sealed }: RecordedEvent): TargetState => {
    const defined = definitionOf(type).sealed as SealedFields;
    const fields = Object.keys(sealed).map((path) => ({
      event: id,
      path,
      personal: defined[path.split('/')[1]!]?.personal ?? false,
    }));
    return { exists: true, fields: [...state.fields, ...fields] };
  },
};
