import { setTimeout as sleep } from 'node:timers/promises';
import {
  binaryEvent,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  type RecordedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { Append } from '../event-store.port';

/** An event as EventStoreDB keeps it; `bytes` is null when it is not a binary event, so none of ours. */
export interface KeptEvent {
  readonly id: string;
  readonly stream: string;
  /** From 1. */
  readonly rev: number;
  readonly type: string;
  readonly bytes: Buffer | null;
}

export type Kept = { readonly status: 'kept' } | { readonly status: 'conflict'; readonly revision: number };

/** No answer in time. What was asked may have been done. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`EventStoreDB did not answer within ${milliseconds} ms`);
  }
}

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;
const LONGEST_DISPOSAL = 1_000;
const LONGEST_TAIL = 4_096;

export const keptEvent = ({ id, streamId, revision, type, data, isJson }: RecordedEvent): KeptEvent => ({
  id,
  stream: streamId,
  rev: Number(revision) + 1,
  type,
  bytes: isJson ? null : Buffer.from(data),
});

/**
 * What this register asks of EventStoreDB, each with a time limit: the client's own do not reach batched appends, reads
 * and the first question it asks a server. One per process: the client keeps the appends that wait for an answer in one
 * table for all clients, and a connection that breaks rejects them all.
 */
export class EventStoreDbConnection {
  private client: Promise<EventStoreDBClient>;
  private closed = false;
  private doubtful = false;

  /** @param url `esdb://…`, as EventStoreDB documents it. */
  constructor(
    private readonly url: string,
    /** Milliseconds. */
    private readonly limits: { readonly read: number; readonly append: number },
  ) {
    this.client = Promise.resolve(this.open());
  }

  /** The last question had no answer: the server may be away. */
  get isDoubtful(): boolean {
    return this.doubtful;
  }

  /**
   * The events of a stream after a revision; empty when there is no such stream.
   *
   * @throws when EventStoreDB does not answer, or not in time.
   */
  async readAfter(stream: string, revision: number): Promise<KeptEvent[]> {
    const deadline = performance.now() + this.limits.read;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        return await this.within(deadline - performance.now(), (client) => this.readOnce(client, stream, revision));
      } catch (error) {
        if (this.closed || performance.now() + pause >= deadline) throw error;
        await sleep(pause);
      }
    }
  }

  /**
   * Asks again until the time is over: with an explicit revision and the same ids, EventStoreDB keeps the events once.
   *
   * @throws the last error, or `NoAnswer`: the events may have been kept.
   */
  async append({ stream, expected, entries, correlation }: Append): Promise<Kept> {
    const events = entries.map(({ id, type, bytes }) =>
      binaryEvent({
        id,
        type,
        data: bytes,
        metadata: correlation === undefined ? undefined : correlationBytes(correlation),
      }),
    );
    const deadline = performance.now() + this.limits.append;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const left = deadline - performance.now();
      try {
        await this.within(left, (client) =>
          client.appendToStream(stream, events, {
            expectedRevision: expected === 0 ? NO_STREAM : BigInt(expected - 1),
            deadline: left,
            requiresLeader: true,
          }),
        );
        return { status: 'kept' };
      } catch (error) {
        if (error instanceof WrongExpectedVersionError)
          return {
            status: 'conflict',
            revision: error.actualVersion === NO_STREAM ? 0 : Number(error.actualVersion) + 1,
          };
        if (isFinal(error) || this.closed || performance.now() + pause >= deadline) throw error;
        await sleep(pause);
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await dispose(await this.client);
  }

  private open(): EventStoreDBClient {
    return EventStoreDBClient.connectionString(this.url);
  }

  private async readOnce(client: EventStoreDBClient, stream: string, revision: number): Promise<KeptEvent[]> {
    const events: KeptEvent[] = [];
    try {
      const answer = client.readStream(stream, {
        fromRevision: BigInt(revision),
        maxCount: LONGEST_TAIL,
        requiresLeader: true,
      });
      for await (const { event } of answer) if (event) events.push(keptEvent(event));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
    return events;
  }

  private async within<T>(milliseconds: number, ask: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const client = this.client;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NoAnswer(Math.round(milliseconds))), Math.max(milliseconds, 0));
    });
    const answer = (async () => ask(await client))();
    try {
      const answered = await Promise.race([answer, late]);
      this.doubtful = false;
      return answered;
    } catch (error) {
      answer.catch(() => undefined);
      this.doubtful = !(error instanceof WrongExpectedVersionError || isFinal(error));
      if (error instanceof NoAnswer) this.renew(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The old client is gone before the new one asks anything: its end rejects what waits, whoever asked. */
  private renew(silent: Promise<EventStoreDBClient>): void {
    if (this.client !== silent || this.closed) return;
    this.client = silent.then(async (client) => {
      await dispose(client);
      return this.open();
    });
  }
}

/** Refusals of these events themselves: nothing was kept, and nothing will be. */
export const isFinal = (error: unknown): boolean =>
  error instanceof MaxAppendSizeExceededError || error instanceof StreamDeletedError;

/** The client waits for ever for the end of a read that was left early. */
export async function dispose(client: EventStoreDBClient): Promise<void> {
  const enough = new AbortController();
  await Promise.race([
    client.dispose(),
    sleep(LONGEST_DISPOSAL, undefined, { signal: enough.signal }).catch(() => undefined),
  ]);
  enough.abort();
}

const correlationBytes = (id: string): Uint8Array =>
  new Uint8Array(Buffer.from(JSON.stringify({ $correlationId: id })));
