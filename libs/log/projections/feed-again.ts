import type { OpenedBatch, WholeStream } from './log-batches';

/** Streams read at a time. */
const AT_A_TIME = 200;

/**
 * Objects of a batch whose rows were made with words that have since become others.
 *
 * @param reopened by the events of the batch, each with the last index that says so
 * @param openedAt of the rows there are: a row opened after that event has the words as they are
 */
export function outdated(
  reopened: ReadonlyMap<string, number>,
  openedAt: (stream: string) => number | undefined,
): string[] {
  return [...reopened].filter(([stream, index]) => (openedAt(stream) ?? 0) <= index).map(([stream]) => stream);
}

/** Their streams up to and including the entry before `size`. */
export async function feedAgain(
  batch: OpenedBatch,
  streams: readonly string[],
  size: number,
): Promise<Map<string, WholeStream>> {
  const fed = new Map<string, WholeStream>();
  for (let n = 0; n < streams.length; n += AT_A_TIME) {
    for (const [stream, { events, openedAt }] of await batch.whole(streams.slice(n, n + AT_A_TIME)))
      fed.set(stream, { events: events.filter(({ index }) => index < size), openedAt });
  }
  return fed;
}
