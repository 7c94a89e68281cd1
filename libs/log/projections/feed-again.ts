import type { OpenedEvent } from '../vault/vault';
import type { OpenedBatch } from './log-batches';

/** An object's whole stream, opened anew. */
export interface FedAgain {
  readonly events: readonly OpenedEvent[];
  readonly openedAt: number;
}

/** Streams read at a time. */
const AT_A_TIME = 16;

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
): Promise<Map<string, FedAgain>> {
  const fed = new Map<string, FedAgain>();
  for (let n = 0; n < streams.length; n += AT_A_TIME) {
    const part = streams.slice(n, n + AT_A_TIME);
    const read = await Promise.all(part.map((stream) => batch.whole(stream)));
    part.forEach((stream, i) => {
      const { events, openedAt } = read[i]!;
      fed.set(stream, { events: events.filter(({ index }) => index < size), openedAt });
    });
  }
  return fed;
}
