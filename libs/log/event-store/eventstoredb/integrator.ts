import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { applicationConnection } from '../../postgres/application-pool';
import { reasonOf } from '../postgres/failures';
import { AllEvents } from './all-events';
import { integrate, isAfter, readPosition } from './integration-call';

/** One integrator of a log works at a time; another takes over when its connection to the database ends. */
const INTEGRATOR_LOCK = '7046029254386355';
/** Milliseconds between two signs of life when nothing is written. */
const SIGN_OF_LIFE = 1_000;
const TAKEOVER = 500;
const RETRY = 250;
const HALTED_RETRY = 5_000;
const SWEEP_EVERY = 3_600_000;

export interface IntegratorOptions {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** What an operator must see: the log stands still, or cannot be fed. Said once for each reason. */
  onAlarm(message: string): void;
}

/**
 * Takes the events of EventStoreDB into the log, in the order of `$all`, each exactly once: events, openings and position
 * are one transaction. An event that does not fit stops it before that event; it tries again from there.
 */
export class Integrator {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private alarm: string | null = null;
  private following: AllEvents | null = null;
  private swept = -Infinity;
  private caughtUp: () => void = () => undefined;
  /** Resolves when the log was not behind for the first time. */
  readonly ready = new Promise<void>((resolve) => (this.caughtUp = resolve));

  constructor(private readonly options: IntegratorOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let pause = RETRY;
      let client: Client | null = null;
      try {
        client = new Client(await applicationConnection(this.options.databaseUrl));
        client.on('error', () => undefined);
        await client.connect();
        await this.untilMine(client);
        if (!this.stopping.signal.aborted) pause = await this.feed(client);
      } catch (error) {
        if (!signal.aborted) this.say(`the log cannot be fed from EventStoreDB: ${reasonOf(error)}`);
      } finally {
        await client?.end().catch(() => undefined);
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until this one works for the log, or is stopped. */
  private async untilMine(client: Client): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        INTEGRATOR_LOCK,
      ]);
      if (rows[0]!.mine) return;
      this.caughtUp();
      await sleep(TAKEOVER, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until something is lost (then it throws) or an event does not fit (then it says how long to wait). */
  private async feed(client: Client): Promise<number> {
    let position = await readPosition(client);
    const all = new AllEvents(this.options.eventStoreUrl, position);
    this.following = all;
    try {
      if (isAfter(position, await all.end()))
        throw new Error('it ends before what the log has taken from it; is it another one, or an older copy?');
      all.follow();
      // Another integrator that stops at the same moment leaves its place to one that is stopping.
      while (!this.stopping.signal.aborted) {
        const { events, upto, live } = await all.next(SIGN_OF_LIFE);
        if (events.length > 0 || isAfter(upto, position)) {
          const { misfit, reason } = await integrate(client, position, events, upto, live);
          if (misfit !== null) {
            const { id, stream, rev } = events[misfit - 1]!;
            this.say(`the log stands still before event ${id} (${rev} of ${stream}): ${reason}`);
            return HALTED_RETRY;
          }
          position = isAfter(upto, position) ? upto : position;
        } else if (live) await client.query('SELECT log.integration_caught_up()');
        if (live) await this.isLive(client);
      }
      return 0;
    } finally {
      this.following = null;
      await all.close();
    }
  }

  private async isLive(client: Client): Promise<void> {
    this.alarm = null;
    this.caughtUp();
    if (performance.now() - this.swept < SWEEP_EVERY) return;
    this.swept = performance.now();
    await client.query('SELECT log.sweep_attempts()');
  }

  private say(message: string): void {
    if (message === this.alarm) return;
    this.alarm = message;
    this.options.onAlarm(message);
  }
}
