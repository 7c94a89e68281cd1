import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { pathNow } from '@fil/facts/kit/event-schema';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decider } from '../deciding/decider';

export interface SealedFieldOfEvent {
  readonly event: string;
  /** As recorded: openings are found by it. */
  readonly path: string;
  /** What that path is called in the event's current version, which is how people meet it. */
  readonly pathNow: string;
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
  evolve: (state: TargetState, { id, type, recordedAs, sealed }: RecordedEvent): TargetState => {
    const reading = EVENT_SCHEMA.readingOf(recordedAs ?? type);
    const defined = reading.recorded.sealed as SealedFields;
    const fields = Object.keys(sealed).map((path) => ({
      event: id,
      path,
      pathNow: pathNow(reading, path) ?? path,
      personal: defined[path.split('/')[1]!]?.personal ?? false,
    }));
    return { exists: true, fields: [...state.fields, ...fields] };
  },
};
