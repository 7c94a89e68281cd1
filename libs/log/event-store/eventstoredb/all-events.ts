import { BACKWARDS, END, excludeSystemEvents, START } from '@eventstore/db-client';
import { type KeptEvent, keptEvent, readStreamOf, readToEnd } from './kept-event';
import { openClient, type OpenClient } from './open-client';
import { type ArrivedEvent, BEFORE_ALL, isAfter, type LogPosition } from './integration-call';

export interface Arrived {
  readonly events: readonly ArrivedEvent[];
  /** Position up to which `events` are complete. */
  readonly upto: LogPosition;
  /** Nothing is left behind them: the server said so. One that is silent may only be slow. */
  readonly live: boolean;
}

const MOST_EVENTS = 500;
const MOST_BYTES = 4 * 1024 * 1024;
/** Beyond these, the subscription is paused. */
const MOST_WAITING = 2_000;
const MOST_WAITING_BYTES = 16 * 1024 * 1024;
/** Events of others considered between two positions that are told, in windows of 32. */
const CHECKPOINT_EVERY = 32;
/** Milliseconds without anything after which the server is asked whether it is there: a machine that is gone says nothing. */
const SILENCE = 3_000;
const ANSWER_LIMIT = 5_000;

/**
 * What others than EventStoreDB itself write, in order, from one position on, until the connection is lost. A new one
 * for each connection: going on after the last position that was written is all there is to resuming.
 */
export class AllEvents {
  private readonly open: OpenClient;
  private waiting: ArrivedEvent[] = [];
  private waitingBytes = 0;
  private checkpoint: LogPosition | null = null;
  private last: LogPosition;
  private live = false;
  /** When the server last said anything. */
  private heardOf = performance.now();
  private failure: Error | null = null;
  private wake: () => void = () => undefined;
  private resume: () => void = () => undefined;
  /** Events that came and are still in the subscription's own buffer. */
  private buffered: () => number = () => 0;

  constructor(
    url: string,
    readonly after: LogPosition,
  ) {
    this.open = openClient(url);
    this.last = after;
  }

  /** The position of the last event there is, system events too. @throws when EventStoreDB does not answer. */
  async end(): Promise<LogPosition> {
    const answer = this.open.client.readAll({
      direction: BACKWARDS,
      fromPosition: END,
      maxCount: 1,
      requiresLeader: true,
    });
    const [last] = await readToEnd(answer, ANSWER_LIMIT);
    return last?.position ?? BEFORE_ALL;
  }

  /** Events of one stream. @param behind how many of them are passed over @throws when EventStoreDB does not answer. */
  ofStream(stream: string, behind = 0, most = MOST_EVENTS): Promise<KeptEvent[]> {
    return readStreamOf(this.open.client, stream, behind, most, ANSWER_LIMIT);
  }

  follow(): void {
    const { after } = this;
    const subscription = this.open.client.subscribeToAll({
      fromPosition: after.commit < 0n ? START : after,
      requiresLeader: true,
      filter: excludeSystemEvents({
        checkpointInterval: CHECKPOINT_EVERY,
        checkpointReached: (_, position) => {
          // Events that came before it may still be in the subscription's own buffer: then the next one will do.
          if (this.buffered() > 0 || !isAfter(position, this.last)) return;
          this.checkpoint = position;
          this.wake();
        },
      }),
    });
    this.resume = () => subscription.resume();
    this.buffered = () => subscription.readableLength;
    subscription.on('data', ({ event }) => {
      if (!event) return;
      if (!isAfter(event.position, this.last)) return this.fail(new Error('the positions of $all do not grow'));
      this.last = event.position;
      const arrived = { ...keptEvent(event), position: event.position };
      this.waiting.push(arrived);
      this.waitingBytes += arrived.bytes?.length ?? 0;
      if (this.isFull()) subscription.pause();
      this.heard();
    });
    subscription.on('caughtUp', () => {
      this.live = true;
      this.wake();
    });
    subscription.on('fellBehind', () => void (this.live = false));
    subscription.on('confirmation', () => this.heard());
    subscription.on('error', (error: Error) => this.fail(error));
    subscription.on('end', () => this.fail(new Error('EventStoreDB ended the subscription')));
    subscription.on('close', () => this.fail(new Error('the subscription was closed')));
  }

  /**
   * What arrived since, waiting up to `timeout` milliseconds for it.
   *
   * @throws when the connection is lost.
   */
  async next(timeout: number): Promise<Arrived> {
    if (!this.failure && this.waiting.length === 0 && this.checkpoint === null)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeout);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    if (this.failure) throw this.failure;
    if (performance.now() - this.heardOf > SILENCE) {
      await this.end();
      this.heardOf = performance.now();
    }
    const events = this.take();
    const drained = this.waiting.length === 0;
    let upto = events.at(-1)?.position ?? this.after;
    if (drained && this.checkpoint) {
      if (isAfter(this.checkpoint, upto)) upto = this.checkpoint;
      this.checkpoint = null;
    }
    return { events, upto, live: this.live && drained && this.buffered() === 0 };
  }

  async close(): Promise<void> {
    this.failure ??= new Error('stopped');
    this.wake();
    await this.open.dispose();
  }

  private take(): ArrivedEvent[] {
    let count = 0;
    let bytes = 0;
    for (const event of this.waiting) {
      const size = event.bytes?.length ?? 0;
      if (count >= MOST_EVENTS || (count > 0 && bytes + size > MOST_BYTES)) break;
      count++;
      bytes += size;
    }
    const events = this.waiting.splice(0, count);
    this.waitingBytes -= bytes;
    if (!this.isFull()) this.resume();
    return events;
  }

  private isFull(): boolean {
    return this.waiting.length >= MOST_WAITING || this.waitingBytes >= MOST_WAITING_BYTES;
  }

  private heard(): void {
    this.heardOf = performance.now();
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}
