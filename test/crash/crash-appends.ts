/**
 * Many clients append over HTTP while the application, or PostgreSQL, or both are killed at a random moment. Everything
 * comes back, the clients repeat what was not acknowledged, and then the whole register is checked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@fil/log/postgres/embedded/free-port';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { foundTown } from '../e2e/town';
import { TOWN_SIRET } from '../e2e/town-siret';
import { checkLog, type CheckedLog } from './check-log';
import { checkProjections, type CheckedProjections } from './check-projections';
import { type Acknowledged, Client, Troubles } from './client';
import { type AnsweredSynthesis, type LoadGround, LoadingClient } from './load';
import type { MortalPostgres } from './mortal-postgres';
import type { Product, RunningProcess } from './product';
import { Random } from './random';
import { beginRegister, createToken } from './register';

const VICTIMS = ['application', 'PostgreSQL', 'both'] as const;
type Victim = (typeof VICTIMS)[number];

export interface AppendRound {
  readonly round: number;
  readonly victim: Victim;
  /** Milliseconds of load before the kill. */
  readonly after: number;
  /** Acknowledged before and after the kill, in this round. */
  readonly acknowledged: number;
  /** Milliseconds from the kill to the first acknowledgement after it. */
  readonly recovered: number;
  readonly troubles: Troubles;
  /** Acknowledged commands sent again with their keys: all were found recorded. */
  readonly repeated: number;
  readonly log: CheckedLog;
  readonly projections: CheckedProjections;
  readonly faults: readonly string[];
}

export interface CrashingAppends {
  readonly product: Product;
  readonly postgres: MortalPostgres;
  readonly rounds: number;
  readonly seed: number;
  readonly clients: number;
  /** Longest load before a kill, in milliseconds. */
  readonly longest: number;
  readonly onRound: (round: AppendRound) => void;
}

const REPEATED = 60;
const LOAD_AFTER = 400;

export async function crashAppends(settings: CrashingAppends): Promise<AppendRound[]> {
  const database = await settings.postgres.createDatabase(`appends_${settings.seed}`);
  await beginRegister(database, TOWN_SIRET);
  const run = new Run(settings, database, await createToken(database), await freePort());
  const rounds: AppendRound[] = [];
  try {
    await run.begin();
    for (let round = 1; round <= settings.rounds; round++) {
      rounds.push(await run.round(round));
      settings.onRound(rounds.at(-1)!);
    }
  } finally {
    await run.end();
  }
  return rounds;
}

class Run {
  private readonly url: string;
  private readonly random: Random;
  private readonly acknowledged: Acknowledged[] = [];
  private readonly answered: AnsweredSynthesis[] = [];
  private ground: LoadGround | null = null;
  private app: RunningProcess | null = null;

  constructor(
    private readonly settings: CrashingAppends,
    private readonly database: string,
    private readonly token: string,
    private readonly port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.random = new Random(settings.seed);
  }

  async begin(): Promise<void> {
    await this.startApp();
    const client = new Client(this.url, this.token, new Troubles());
    let step = 0;
    const record = async (path: string, body: object): Promise<Acknowledged> => {
      const acknowledged = await client.send(path, body as Record<string, unknown>, `ground-${step++}`);
      this.acknowledged.push(acknowledged);
      return acknowledged;
    };
    const create = async (path: string, body: object): Promise<string> => (await record(path, body)).stream;
    const { authority, consultation } = await foundTown({ record, create });
    const decision = await create('decisions', {
      authority,
      kind: 'other',
      body: 'conseil',
      title: { fr: 'Une décision' },
    });
    const hotCommitment = await create('commitments', {
      authority,
      decision,
      owner: 'voirie',
      title: { fr: 'Un engagement' },
    });
    await record(`commitments/${hotCommitment}/starts`, {});
    this.ground = { consultation, hotCommitment };
  }

  async round(round: number): Promise<AppendRound> {
    const victim = VICTIMS[(this.settings.seed + round) % VICTIMS.length]!;
    const after = this.random.between(50, this.settings.longest);
    const troubles = new Troubles();
    const stop = new AbortController();
    const clients = Array.from(
      { length: this.settings.clients },
      (_, n) =>
        new LoadingClient(
          `${this.settings.seed}-r${round}-c${n}`,
          new Client(this.url, this.token, troubles),
          this.ground!,
          this.random.fork(),
        ),
    );
    const count = (): number => clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    const working = Promise.all(clients.map((client) => client.workUntil(stop.signal)));
    // A client that fails is told of below, where all are awaited.
    working.catch(() => stop.abort());
    await sleep(after);

    const killed = performance.now();
    await this.kill(victim);
    const before = count();
    await this.bringBack(victim);
    while (count() === before && !stop.signal.aborted) await sleep(2);
    const recovered = performance.now() - killed;
    await sleep(LOAD_AFTER);
    stop.abort();
    await working;
    this.acknowledged.push(...clients.flatMap(({ acknowledged }) => acknowledged));
    this.answered.push(...clients.flatMap(({ answered }) => answered));

    const repeated = await this.repeatSome(troubles);
    const stopping = await this.stopApp();
    const { log, projections } = await this.check();
    await this.startApp();
    const faults = [
      ...repeated.faults,
      ...stopping,
      ...log.faults,
      ...projections.faults,
      ...troubles.internal.map((text) => `answered 500: ${text}`),
    ];
    return {
      round,
      victim,
      after,
      acknowledged: count(),
      recovered,
      troubles,
      repeated: repeated.count,
      log,
      projections,
      faults,
    };
  }

  async end(): Promise<void> {
    await this.app?.kill();
  }

  private async kill(victim: Victim): Promise<void> {
    await Promise.all([
      victim === 'PostgreSQL' ? null : this.app!.kill(),
      victim === 'application' ? null : this.settings.postgres.kill(),
    ]);
  }

  private async bringBack(victim: Victim): Promise<void> {
    if (victim !== 'application') await this.settings.postgres.start();
    if (victim !== 'PostgreSQL') await this.startApp();
    // When only PostgreSQL was killed the application must find it again by itself.
    else if (this.app!.isOver) throw new Error(`the application ended with PostgreSQL:\n${this.app!.said}`);
  }

  private async startApp(): Promise<void> {
    const app = this.settings.product.run('standalone', [], {
      DATABASE_URL: this.database,
      PORT: String(this.port),
      HOST: '127.0.0.1',
    });
    this.app = app;
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (app.isOver) throw new Error(`the application did not start:\n${app.said}`);
      const answer = await fetch(`${this.url}/api/v1/openapi.json`).catch(() => null);
      if (answer?.ok) return;
      await sleep(20);
    }
    throw new Error(`the application does not answer:\n${app.said}`);
  }

  /** @returns what was wrong with its stopping */
  private async stopApp(): Promise<string[]> {
    try {
      await this.app!.stop();
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  }

  /** Acknowledged commands, sent again with their keys, are answered with the same ids, and the author's key comes again. */
  private async repeatSome(troubles: Troubles): Promise<{ count: number; faults: string[] }> {
    const client = new Client(this.url, this.token, troubles);
    const faults: string[] = [];
    const some = Array.from({ length: Math.min(REPEATED, this.acknowledged.length) }, () =>
      this.random.one(this.acknowledged),
    );
    for (const one of some) {
      const { stream, revision, events, authorKey } = await client.send(one.path, one.body, one.key);
      const again = JSON.stringify({ stream, revision, events });
      const first = JSON.stringify({ stream: one.stream, revision: one.revision, events: one.events });
      // The program that gave out the key has died: it is nowhere any more. Another one would be worse than none.
      if (authorKey !== undefined && authorKey !== one.authorKey)
        faults.push(`${one.key}: answered another author's key`);
      if (again !== first) faults.push(`${one.key}: answered ${first} and, when repeated, ${again}`);
    }
    return { count: some.length, faults };
  }

  private async check(): Promise<{ log: CheckedLog; projections: CheckedProjections }> {
    const register = (await openRegister(this.database))!;
    try {
      return { log: await this.checkWhenCarried(register), projections: await checkProjections(register) };
    } finally {
      await register.close();
    }
  }

  /** Its process may have been stopped before the last copy of an answer: then the application goes on for a moment. */
  private async checkWhenCarried(register: OpenRegister): Promise<CheckedLog> {
    const sent = { acknowledged: this.acknowledged, answered: this.answered };
    for (let attempt = 1; ; attempt++) {
      const checked = await checkLog(register, sent);
      const waiting =
        checked.faults.length > 0 && checked.faults.every((fault) => fault.includes('copies of the answer'));
      if (!waiting || attempt === 5) return checked;
      await this.startApp();
      await sleep(500 * attempt);
      await this.app!.stop();
    }
  }
}
