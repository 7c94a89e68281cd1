import { setTimeout as sleep } from 'node:timers/promises';
import {
  binaryEvent,
  type EventStoreDBClient,
  isCommandError,
  MaxAppendSizeExceededError,
  NO_STREAM,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { Append } from '../event-store.port';
import { type KeptEvent, NoAnswer, readStreamOf } from './kept-event';
import { type OpenClient, openClient } from './open-client';
import { Turns } from './turns';

export type Kept = { readonly status: 'kept' } | { readonly status: 'conflict'; readonly revision: number };

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 500;
const LONGEST_TAIL = 4_096;
/** Milliseconds in which nobody had an answer: less may only be a busy machine. */
const LEAST_SILENCE = 1_000;
/** An append is asked again after this part of its time: EventStoreDB drops a repetition that comes too early. */
const TRIES = 3;
/**
 * A batched append carries the instant at which the server may forget it, by our clock: one that is a little behind the
 * server's must not make every append late. Our own limit is the one that counts. Milliseconds.
 */
const CLOCKS_APART = 60_000;
/** Questions at the same time: 23.10 ends a live subscription that is more than 64 events behind. */
const MOST_ASKED = 48;

/**
 * What this register asks of EventStoreDB, each with a time limit: the client's own do not reach batched appends, reads
 * and the first question it asks a server. One per process: the client keeps the appends that wait for an answer in one
 * table for all clients, and a connection that breaks rejects them all.
 */
export class EventStoreDbConnection {
  private open: Promise<OpenClient>;
  private closed = false;
  private doubtful = false;
  /** How many questions had an answer. */
  private answers = 0;
  private readonly turns = new Turns(MOST_ASKED);

  /** @param url `esdb://…`, as EventStoreDB documents it. */
  constructor(
    private readonly url: string,
    /** Milliseconds. */
    private readonly limits: { readonly read: number; readonly append: number },
  ) {
    this.open = Promise.resolve(openClient(url));
  }

  /** The last question had no answer: the server may be away. */
  get isDoubtful(): boolean {
    return this.doubtful;
  }

  /**
   * The events of a stream after a revision of the log, with those revisions; empty when there is no such stream.
   *
   * @param passed events of the stream, before that revision, that the log has passed over
   * @throws when EventStoreDB does not answer, or not in time.
   */
  async readAfter(stream: string, revision: number, passed: number): Promise<KeptEvent[]> {
    const { read } = this.limits;
    const kept = await this.inTime(read, read, (client, milliseconds) =>
      readStreamOf(client, stream, revision + passed, LONGEST_TAIL, milliseconds),
    );
    return kept.map((event) => ({ ...event, rev: event.rev - passed }));
  }

  /**
   * Asks again until the time is over: with an explicit revision and the same ids, EventStoreDB keeps the events once.
   *
   * @param passed events of the stream that the log has passed over
   * @throws the last error, or `NoAnswer`: the events may have been kept.
   */
  async append({ stream, expected, entries, correlation }: Append, passed: number): Promise<Kept> {
    const events = entries.map(({ id, type, bytes }) =>
      binaryEvent({
        id,
        type,
        data: bytes,
        metadata: correlation === undefined ? undefined : correlationBytes(correlation),
      }),
    );
    const behind = expected + passed;
    const limit = this.limits.append;
    try {
      await this.inTime(limit, limit / TRIES, (client, milliseconds) =>
        client.appendToStream(stream, events, {
          expectedRevision: behind === 0 ? NO_STREAM : BigInt(behind - 1),
          deadline: milliseconds + CLOCKS_APART,
          requiresLeader: true,
        }),
      );
      return { status: 'kept' };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const kept = error.actualVersion === NO_STREAM ? 0 : Number(error.actualVersion) + 1;
      return { status: 'conflict', revision: Math.max(kept - passed, 0) };
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await (await this.open).dispose();
  }

  private async inTime<T>(limit: number, limitOfTry: number, ask: Ask<T>): Promise<T> {
    const deadline = performance.now() + limit;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        return await this.turns.take(() => this.within(Math.min(deadline - performance.now(), limitOfTry), ask));
      } catch (error) {
        if (isAnswer(error) || this.closed || performance.now() + pause >= deadline) throw error;
        await sleep(pause);
      }
    }
  }

  private async within<T>(milliseconds: number, ask: Ask<T>): Promise<T> {
    if (milliseconds <= 0) throw new NoAnswer(0);
    const { open, answers } = this;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
    });
    const answer = (async () => ask((await open).client, milliseconds))();
    try {
      const answered = await Promise.race([answer, late]);
      this.answered();
      return answered;
    } catch (error) {
      // One that comes after its time is nobody's any more; unheard it would end the process.
      answer.catch(() => undefined);
      if (isAnswer(error)) this.answered();
      else {
        this.doubtful = true;
        // A client that found no node of the cluster gives every later question the same error. One that is silent to
        // everybody may hold a connection to a machine that is gone.
        const silent = error instanceof NoAnswer && milliseconds >= LEAST_SILENCE && this.answers === answers;
        if (silent || !isCommandError(error as Error)) this.renew(open);
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private answered(): void {
    this.answers++;
    this.doubtful = false;
  }

  /** The old client is gone before the new one asks anything: its end rejects what waits, whoever asked. */
  private renew(useless: Promise<OpenClient>): void {
    if (this.open !== useless || this.closed) return;
    this.open = useless.then(async (client) => {
      await client.dispose();
      return openClient(this.url);
    });
  }
}

type Ask<T> = (client: EventStoreDBClient, milliseconds: number) => Promise<T>;

const isAnswer = (error: unknown): boolean => error instanceof WrongExpectedVersionError || isFinal(error);

/** Refusals of these events themselves: nothing was kept, and nothing will be. */
export const isFinal = (error: unknown): boolean =>
  error instanceof MaxAppendSizeExceededError || error instanceof StreamDeletedError;

const correlationBytes = (id: string): Uint8Array =>
  new Uint8Array(Buffer.from(JSON.stringify({ $correlationId: id })));
