/**
 * Passages of a guarantor's or a committee's texts that the authority, who hosts them, has suspended on a legal ground.
 * It withholds them and says so; it edits nothing.
 */
import { definitionOf } from '@fil/facts/events/registry';
import type { AnyDefinition } from '@fil/facts/kit/event-definition';
import type { SealedFields } from '@fil/facts/kit/sealed-fields';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';

export interface Suspension {
  readonly event: string;
  readonly paths: readonly string[];
  readonly replied: boolean;
  readonly restored: boolean;
}

export interface Passages {
  /** Paths of the public words of each text its author wrote, by the id of the event. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** By the id of the event that suspended. */
  readonly suspensions: ReadonlyMap<string, Suspension>;
}

export const NO_PASSAGES: Passages = { texts: new Map(), suspensions: new Map() };

const publicPaths = (type: string): string[] =>
  Object.entries(definitionOf(type).sealed as SealedFields)
    .filter(([, { audience }]) => audience === 'public')
    .map(([name]) => `/${name}`);

/** @param own the events in which the author writes in its own name */
export function passagesAfter(
  passages: Passages,
  event: Pick<RecordedEvent, 'id' | 'type' | 'data'>,
  own: readonly AnyDefinition[],
): Passages {
  const what = event.type.slice(event.type.indexOf('.') + 1, event.type.lastIndexOf('/'));
  const data = event.data as { event?: string; paths?: readonly string[]; suspension?: string };
  switch (what) {
    case 'passageSuspended': {
      const suspension = { event: data.event!, paths: data.paths!, replied: false, restored: false };
      return { ...passages, suspensions: new Map(passages.suspensions).set(event.id, suspension) };
    }
    case 'suspensionReplied':
      return marked(passages, data.suspension!, { replied: true });
    case 'passageRestored':
      return marked(passages, data.suspension!, { restored: true });
    default:
      return own.some(({ type }) => type === event.type)
        ? { ...passages, texts: new Map(passages.texts).set(event.id, publicPaths(event.type)) }
        : passages;
  }
}

const marked = (passages: Passages, id: string, change: Partial<Suspension>): Passages => {
  const known = passages.suspensions.get(id);
  return known
    ? { ...passages, suspensions: new Map(passages.suspensions).set(id, { ...known, ...change }) }
    : passages;
};
