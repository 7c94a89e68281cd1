import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { ActorRole } from '@fil/facts/kit/actor';
import { aggregateOf, isObjectId, type ObjectId } from '@fil/facts/kit/aggregates';
import type { AnyDefinition } from '@fil/facts/kit/event-definition';
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
  /** Public words that a guarantor or a committee wrote in its own name. */
  readonly ofWhoWatches: boolean;
  /** The text it was made from, as a translation is: erased with that one. */
  readonly madeFrom: { readonly event: string; readonly path: string } | null;
}

const WATCH: ReadonlySet<ActorRole> = new Set(['guarantor', 'committeeMember']);

/** Of any object: which sealed fields its events have. */
export interface TargetState {
  readonly exists: boolean;
  /** The one it belongs to, or is itself. */
  readonly consultation: ObjectId<'consultation'> | null;
  readonly fields: readonly SealedFieldOfEvent[];
}

/** It stays in clear of an object that is not public too. */
const consultationOf = (stream: string, { consultation }: RecordedEvent['data']): TargetState['consultation'] =>
  ([stream, consultation].find((one) => isObjectId(one) && aggregateOf(one) === 'consultation') as
    ObjectId<'consultation'> | undefined) ?? null;

function sourceOf({ madeFrom }: AnyDefinition, data: RecordedEvent['data']): SealedFieldOfEvent['madeFrom'] {
  if (madeFrom === null) return null;
  const [event, path] = [data[madeFrom.event], data[madeFrom.path]];
  return typeof event === 'string' && typeof path === 'string' ? { event, path } : null;
}

export const target: Decider<TargetState> = {
  initial: { exists: false, consultation: null, fields: [] },
  evolve: (state: TargetState, { id, type, recordedAs, stream, actor, sealed, data }: RecordedEvent): TargetState => {
    const reading = EVENT_SCHEMA.readingOf(recordedAs ?? type);
    const defined = reading.recorded.sealed as SealedFields;
    const fields = Object.keys(sealed).map((path) => ({
      event: id,
      path,
      pathNow: pathNow(reading, path) ?? path,
      personal: defined[path.split('/')[1]!]?.personal ?? false,
      ofWhoWatches: WATCH.has(actor.role) && defined[path.split('/')[1]!]?.audience === 'public',
      madeFrom: defined[path.split('/')[1]!]?.kind === 'text' ? sourceOf(reading.current, data) : null,
    }));
    return {
      exists: true,
      consultation: state.exists ? state.consultation : consultationOf(stream, data),
      fields: [...state.fields, ...fields],
    };
  },
};
