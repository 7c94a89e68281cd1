import { type EventStoreDBClient, type RecordedEvent, StreamNotFoundError } from '@eventstore/db-client';

/** An event as EventStoreDB keeps it; `bytes` is null when it is not a binary event, so none of ours. */
export interface KeptEvent {
  readonly id: string;
  readonly stream: string;
  /** From 1, as EventStoreDB counts: events that the log has passed over have one too. */
  readonly rev: number;
  readonly type: string;
  readonly bytes: Buffer | null;
}

/** No answer in time. What was asked may have been done. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`EventStoreDB did not answer within ${Math.round(milliseconds)} ms`);
  }
}

export const keptEvent = ({ id, streamId, revision, type, data, isJson }: RecordedEvent): KeptEvent => ({
  id,
  stream: streamId,
  rev: Number(revision) + 1,
  type,
  bytes: isJson ? null : Buffer.from(data),
});

interface Answer<E> extends AsyncIterable<{ readonly event?: E }> {
  on(event: 'error', listener: () => void): unknown;
  destroy(error: Error): unknown;
}

/**
 * What a read brings, to its end: one that is left early is never over for the client.
 *
 * @throws NoAnswer, or what EventStoreDB says.
 */
export async function readToEnd<E>(answer: Answer<E>, milliseconds: number): Promise<E[]> {
  // An error after the first one has no other listener, and would end the process.
  answer.on('error', () => undefined);
  const late = setTimeout(() => answer.destroy(new NoAnswer(milliseconds)), milliseconds);
  try {
    const events: E[] = [];
    for await (const { event } of answer) if (event) events.push(event);
    return events;
  } finally {
    clearTimeout(late);
  }
}

/**
 * Events of a stream as its leader knows them; empty when there is no such stream.
 *
 * @param behind how many of its events are passed over
 */
export async function readStreamOf(
  client: EventStoreDBClient,
  stream: string,
  behind: number,
  most: number,
  milliseconds: number,
): Promise<KeptEvent[]> {
  try {
    const answer = client.readStream(stream, { fromRevision: BigInt(behind), maxCount: most, requiresLeader: true });
    return (await readToEnd(answer, milliseconds)).map(keptEvent);
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
}
