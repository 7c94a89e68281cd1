import type { AnyDefinition } from '@fil/facts/kit/event-definition';
import { pathNow, type EventReading, type EventSchema } from '@fil/facts/kit/event-schema';
import type { RecordedEvent } from '../event-store/recorded-event';
import type { OpenedEvent } from './vault';

interface Passage {
  readonly event: string;
  /** As they were named. */
  readonly paths: ReadonlySet<string>;
}

const ITEM = /\/\d+$/;

/** Which sealed values are not shown to the public although their object is. */
export class WithheldPassages {
  /** By the event that withholds. */
  private readonly by = new Map<string, Passage>();
  private readonly paths = new Map<string, Passage[]>();
  /** Objects of which something is withheld, and nobody can say any more what. */
  private readonly whole = new Set<string>();

  /** @param path as it is in the entry */
  has({ id, stream }: RecordedEvent, path: string, reading: EventReading): boolean {
    if (this.whole.has(stream)) return true;
    // By the name it had then or has now.
    return this.names(id, path) || this.names(id, pathNow(reading, path));
  }

  /** Whether the text that an event's words were made from is withheld. */
  hasSourceOf({ madeFrom }: AnyDefinition, facts: Readonly<Record<string, unknown>>): boolean {
    if (madeFrom === null) return false;
    const [event, path] = [facts[madeFrom.event], facts[madeFrom.path]];
    return typeof event === 'string' && typeof path === 'string' && this.names(event, path);
  }

  /** A list is withheld as a whole, or item by item. */
  private names(event: string, path: string | null): boolean {
    if (path === null) return false;
    const passages = this.paths.get(event) ?? [];
    return passages.some(({ paths }) => paths.has(path) || paths.has(path.replace(ITEM, '')));
  }

  withhold(by: string, event: string, paths: readonly string[]): void {
    const passage = { event, paths: new Set(paths) };
    this.by.set(by, passage);
    this.paths.set(event, [...(this.paths.get(event) ?? []), passage]);
  }

  restore(by: string): void {
    const passage = this.by.get(by);
    if (passage)
      this.paths.set(
        passage.event,
        this.paths.get(passage.event)!.filter((one) => one !== passage),
      );
  }

  withholdAllOf(stream: string): void {
    this.whole.add(stream);
  }
}

/** @param events those that withhold or restore, each stream's in order, opened for an office */
export function withheldPassages(events: readonly OpenedEvent[], schema: EventSchema): WithheldPassages {
  const withheld = new WithheldPassages();
  for (const { id, type, stream, data, concealed } of events) {
    const { withholds, restores } = schema.definitionOf(type);
    // What cannot be read restores nothing, and withholds everything.
    if (concealed && withholds) withheld.withholdAllOf(stream);
    else if (withholds)
      withheld.withhold(id, data[withholds.event] as string, data[withholds.paths] as readonly string[]);
    else if (restores && !concealed) withheld.restore(data[restores] as string);
  }
  return withheld;
}
