import type { KeptEvent } from './happening';

/** What happened to an object, with its words as they may be shown. */
export interface History {
  readonly events: readonly KeptEvent[];
}

/** Its events of these types, in order. */
export const eventsOf = (history: History, ...types: readonly string[]): readonly KeptEvent[] =>
  history.events.filter(({ type }) => types.includes(type));

/** By object, from rows in the order of the log. */
export function historiesOf(
  rows: readonly { readonly stream: string; readonly event: KeptEvent }[],
): Map<string, History> {
  const byStream = new Map<string, { events: KeptEvent[] }>();
  for (const { stream, event } of rows) {
    const found = byStream.get(stream);
    if (found) found.events.push(event);
    else byStream.set(stream, { events: [event] });
  }
  return byStream;
}
