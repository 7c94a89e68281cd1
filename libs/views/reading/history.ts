import type { KeptEvent } from './happening';

/** What happened to an object, with its words as they may be shown. */
export interface History {
  readonly events: readonly KeptEvent[];
  /** Of a history as it was known on a day: what has become of its words since. */
  readonly since?: Since;
}

/** What readers of the past are told of the present: words are shown as they may be today. */
export interface Since {
  /** Events since that took words from the public: redactions, suspended passages, restrictions. */
  readonly restrictions: number;
  /** Words that are erased today. */
  readonly erased: number;
  /** It was made public since: on that day it was not. */
  readonly disclosed: boolean;
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
