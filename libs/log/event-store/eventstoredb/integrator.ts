import { setTimeout as sleep } from 'node:timers/promises';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { Client } from 'pg';
import { applicationConnection } from '../../postgres/application-pool';
import { reasonOf } from '../postgres/failures';
import { AllEvents, type Arrived } from './all-events';
import { type ArrivedEvent, integrate, isAfter, type LogPosition, readPosition } from './integration-call';
import { readOrigin, withoutOthers } from './other-registers';
import { NotOurStore, sameStore } from './same-store';
import { isRefused, passOver } from './refusals';

/** One integrator of a log works at a time; another takes over when its connection to the database ends. */
const INTEGRATOR_LOCK = '7046029254386355';
/** The database notices within a quarter of a minute that the machine of an integrator is gone, and frees its lock. */
const LOST_MACHINE = 'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3';
/** Milliseconds between two signs of life when nothing is written. */
const SIGN_OF_LIFE = 1_000;
const TAKEOVER = 500;
/** A connection that was lost while the log was up to date is resumed at once, one that cannot be had is not. */
const RESUME = 20;
const RETRY = 250;
const HALTED_RETRY = 2_000;
const SWEEP_EVERY = 3_600_000;
const COMPARE_EVERY = 60_000;

export interface IntegratorOptions {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** Milliseconds without being fed: a cluster that chooses another leader is no matter for an operator. */
  readonly alarmAfter: number;
  /** What an operator must see: the log stands still, or has not been fed for so long. Said once for each reason. */
  onAlarm(message: string): void;
}

/** An event that the log cannot take. */
class StandsStill extends Error {
  constructor({ id, type, stream, rev }: ArrivedEvent, reason: string | null) {
    // The name of a stream that is not ours may be a person's.
    const place = isObjectId(stream) ? `${type}, ${rev} of ${stream}` : 'in a stream that is not ours';
    super(`the log stands still before event ${id} (${place}): ${reason}`);
  }
}

/**
 * Takes the events of EventStoreDB into the log, in the order of `$all`, each exactly once: events, openings and position
 * are one transaction. An event that does not fit stops it before that event, until the register has refused it.
 */
export class Integrator {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private alarm: string | null = null;
  /** Since when the log is not fed; null while it is. */
  private troubledSince: number | null = null;
  private following: AllEvents | null = null;
  private swept = 0;
  private compared = -Infinity;
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
      let client: Client | null = null;
      let pause = 0;
      try {
        client = new Client(await applicationConnection(this.options.databaseUrl));
        client.on('error', () => undefined);
        await client.connect();
        await client.query(LOST_MACHINE);
        await this.untilMine(client);
        if (!signal.aborted) await this.feed(client);
      } catch (error) {
        if (!signal.aborted) pause = this.trouble(error);
      } finally {
        // It may be lost already; with it goes the lock, which is all that is wanted.
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
      this.troubledSince = null;
      this.caughtUp();
      await sleep(TAKEOVER, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until it is stopped. @throws when something is lost, or when an event does not fit */
  private async feed(client: Client): Promise<void> {
    const origin = await readOrigin(client);
    let position = await readPosition(client);
    const all = new AllEvents(this.options.eventStoreUrl, position);
    this.following = all;
    this.compared = -Infinity;
    // What is swept is lost: not on the first word of a server that only just answers.
    this.swept = performance.now();
    try {
      await this.compare(client, all);
      all.follow();
      // Another integrator that stops at the same moment leaves its place to one that is stopping.
      while (!this.stopping.signal.aborted) {
        const arrived = await all.next(SIGN_OF_LIFE);
        const events = await withoutOthers(client, origin, arrived.events);
        position = await takeIn(client, all, origin, position, { ...arrived, events });
        if (arrived.live) await this.isLive(client, all);
      }
    } finally {
      this.following = null;
      await all.close();
    }
  }

  private async isLive(client: Client, all: AllEvents): Promise<void> {
    this.alarm = null;
    this.troubledSince = null;
    this.caughtUp();
    await this.compare(client, all);
    if (performance.now() - this.swept < SWEEP_EVERY) return;
    this.swept = performance.now();
    await client.query('SELECT log.sweep_attempts()');
  }

  /** @throws NotOurStore */
  private async compare(client: Client, all: AllEvents): Promise<void> {
    if (performance.now() - this.compared < COMPARE_EVERY) return;
    await sameStore(client, all);
    this.compared = performance.now();
  }

  /** Says it to the operator when it is theirs to mend. @returns how long to wait, in milliseconds */
  private trouble(error: unknown): number {
    const now = performance.now();
    const wasFed = this.troubledSince === null;
    this.troubledSince ??= now;
    const standsStill = error instanceof StandsStill;
    if (standsStill) this.say(error.message);
    else if (error instanceof NotOurStore || now - this.troubledSince >= this.options.alarmAfter)
      this.say(`the log cannot be fed from EventStoreDB: ${reasonOf(error)}`);
    return standsStill ? HALTED_RETRY : wasFed ? RESUME : RETRY;
  }

  private say(message: string): void {
    if (message === this.alarm) return;
    this.alarm = message;
    this.options.onAlarm(message);
  }
}

/** @returns the position up to which the log is complete now. @throws StandsStill */
async function takeIn(
  client: Client,
  all: AllEvents,
  origin: string | null,
  from: LogPosition,
  { events, upto, live }: Arrived,
): Promise<LogPosition> {
  let position = from;
  let left = events;
  if (left.length === 0 && !isAfter(upto, position)) {
    if (live) await client.query('SELECT log.integration_caught_up()');
    return position;
  }
  for (;;) {
    const { misfit, reason } = await integrate(client, position, left, upto, live);
    if (misfit === null) return isAfter(upto, position) ? upto : position;
    const event = left[misfit - 1]!;
    if (origin === null || !(await isRefused(all, client, origin, event))) throw new StandsStill(event, reason);
    const before = left[misfit - 2]?.position ?? position;
    await passOver(client, before, event);
    position = event.position;
    left = left.slice(misfit);
  }
}
