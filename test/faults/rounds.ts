/**
 * Rounds of load and strikes on one register: clients record and readers read while programs and servers are broken;
 * everything comes back, the clients repeat what was not acknowledged, and then the whole register is checked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { checkJobs } from './check-jobs';
import { checkSigning } from './check-signing';
import { checkLog, type CheckedRegister, type Sent } from './check-log';
import { checkProjections } from './check-projections';
import { type Acknowledged, Client, Troubles } from './client';
import { type Ground, layGround } from './ground';
import { type AnsweredSynthesis, LoadingClient } from './load';
import { Random } from './random';
import { untilNothingIsLeft } from './nothing-left';
import { Reader } from './reader';
import type { Site } from './site';
import type { Strike } from './strikes/strike';

export interface RoundsSettings {
  readonly clients: number;
  /** Dealt out from the first on; when all have been, they are shuffled and dealt again. */
  readonly strikes: readonly Strike[];
  /** At the same time. */
  readonly atOnce: { readonly least: number; readonly most: number };
  readonly seed: number;
  /** What must hold beside the rest. @returns what does not */
  readonly alsoCheck?: (site: Site) => Promise<readonly string[]>;
}

export interface Round {
  readonly struck: readonly string[];
  readonly acknowledged: number;
  readonly troubles: Troubles;
  /** Entries in the log. */
  readonly size: number;
  readonly openings: number;
  readonly byProcesses: number;
  /** Checkpoints that were ever signed. */
  readonly checkpoints: number;
  readonly jobs: number;
  /** Jobs that were begun more than once. */
  readonly begunAgain: number;
  readonly rows: number;
  /** Seconds until everything was back, until nothing was left to do, and for the checks. */
  readonly took: readonly [number, number, number];
  readonly faults: readonly string[];
}

const REPEATED = 40;
/** Milliseconds. */
const RECOVERING = 120_000;

export class Rounds {
  private readonly random: Random;
  private readonly acknowledged: Acknowledged[] = [];
  private readonly answered: AnsweredSynthesis[] = [];
  private readonly erased: string[] = [];
  private ground: Ground | null = null;
  private deck: Strike[];
  private count = 0;

  constructor(
    private readonly site: Site,
    private readonly settings: RoundsSettings,
  ) {
    this.random = new Random(settings.seed);
    this.deck = [...settings.strikes];
  }

  /** To be called first: the clients need something to record on. */
  async begin(): Promise<void> {
    this.ground = await layGround(this.clientOf(new Troubles()));
    this.acknowledged.push(...this.ground.acknowledged);
  }

  async round(): Promise<Round> {
    const times = [performance.now()];
    const round = ++this.count;
    const { site, random } = this;
    const troubles = new Troubles();
    const strikes = this.deal();
    const loading = (name: string, first: number): LoadingClient =>
      new LoadingClient(
        `${this.settings.seed}-${round}-${name}`,
        this.clientOf(troubles, first),
        this.ground!,
        random.fork(),
      );
    const actors = strikes.map((_, n) => loading(`s${n}`, n));
    const clients = Array.from({ length: this.settings.clients }, (_, n) => loading(`c${n}`, n));
    const readers = site.webs.map(({ url }) => new Reader(url));
    const stop = new AbortController();
    const working = Promise.all([...clients, ...readers].map((one) => one.workUntil(stop.signal)));
    // A client that fails is told of below, where all are awaited.
    working.catch(() => stop.abort());
    const struck: string[] = [];
    const whatStruck = (error: Error): never => {
      throw new Error(
        `after ${(struck.length > 0 ? struck : strikes.map(({ name }) => name)).join('; ')}: ${error.message}`,
        { cause: error },
      );
    };
    try {
      const plans = strikes.map((strike, n) => ({ strike, random: random.fork(), actor: actors[n]! }));
      struck.push(...(await Promise.all(plans.map((plan) => plan.strike.strike(site, plan.random, plan.actor)))));
      await site.ready();
      await this.untilEachRecords(clients, stop.signal);
    } catch (error) {
      whatStruck(error as Error);
    } finally {
      stop.abort();
      await working;
    }
    times.push(performance.now());
    for (const client of [...clients, ...actors]) {
      this.acknowledged.push(...client.acknowledged);
      this.answered.push(...client.answered);
      this.erased.push(...client.erased);
    }
    const repeated = await this.repeatSome();
    await site.inspect(untilNothingIsLeft).catch(whatStruck);
    times.push(performance.now());
    const checked = await site.inspect((register) => this.check(register)).catch(whatStruck);
    const faults = [
      ...repeated,
      ...checked.faults,
      ...(await this.pages()),
      ...((await this.settings.alsoCheck?.(site)) ?? []),
      ...troubles.internal.map((text) => `answered 500: ${text}`),
      ...readers.flatMap((reader) => reader.faults),
      ...site.programs.flatMap((program) => program.faults.splice(0)),
    ];
    const count = [...clients, ...actors].reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    times.push(performance.now());
    const took = [0, 1, 2].map((n) => (times[n + 1]! - times[n]!) / 1_000) as [number, number, number];
    return { ...checked, struck, acknowledged: count, troubles, took, faults };
  }

  private clientOf(troubles: Troubles, first = 0): Client {
    const urls = this.site.webs.map(({ url }) => url);
    return new Client(urls, this.site.token, troubles, this.site.happenings, first);
  }

  private deal(): Strike[] {
    const { least, most } = this.settings.atOnce;
    const dealt: Strike[] = [];
    for (let n = this.random.between(least, most); n > 0; n--) {
      if (this.deck.length === 0) this.deck = this.random.shuffled(this.settings.strikes);
      dealt.push(this.deck.shift()!);
    }
    return dealt;
  }

  /** Everything is back: each client is told of something new. */
  private async untilEachRecords(clients: readonly LoadingClient[], stopped: AbortSignal): Promise<void> {
    const before = clients.map(({ acknowledged }) => acknowledged.length);
    const again = (): boolean => clients.every(({ acknowledged }, n) => acknowledged.length > before[n]!);
    for (const deadline = Date.now() + RECOVERING; !again() && !stopped.aborted; await sleep(20))
      if (Date.now() > deadline) throw new Error('not every client records again after two minutes');
  }

  private async check(
    register: CheckedRegister,
  ): Promise<Omit<Round, 'struck' | 'acknowledged' | 'troubles' | 'took'>> {
    const { acknowledged, answered, erased } = this;
    const sent: Sent = { acknowledged, answered, erased, refused: this.site.refused };
    const log = await checkLog(register, sent);
    const signing = await checkSigning(register, this.site.lockStore);
    const jobs = await checkJobs(register);
    const projections = await checkProjections(register, this.site.settings.postgres);
    return {
      size: log.size,
      openings: log.openings,
      byProcesses: log.byProcesses,
      checkpoints: signing.checkpoints,
      jobs: jobs.done,
      begunAgain: jobs.begunAgain,
      rows: projections.rows,
      faults: [...log.faults, ...signing.faults, ...jobs.faults, ...projections.faults],
    };
  }

  /** Acknowledged commands, sent again with their keys, are answered with the same ids, and the author's key comes again. */
  private async repeatSome(): Promise<string[]> {
    const client = this.clientOf(new Troubles());
    const erased = new Set(this.erased);
    const faults: string[] = [];
    for (let n = 0; n < REPEATED; n++) {
      const one = this.random.one(this.acknowledged);
      if (erased.has(one.stream)) continue;
      const { stream, revision, events, authorKey } = await client.send(one.path, one.body, one.key);
      const again = JSON.stringify({ stream, revision, events });
      const first = JSON.stringify({ stream: one.stream, revision: one.revision, events: one.events });
      // The program that gave out the key may have died: it is nowhere any more. Another one would be worse than none.
      if (authorKey !== undefined && authorKey !== one.authorKey)
        faults.push(`${one.key}: answered another author's key`);
      if (again !== first) faults.push(`${one.key}: answered ${first} and, when repeated, ${again}`);
    }
    return faults;
  }

  private async pages(): Promise<string[]> {
    const { consultation } = this.ground!;
    const ofContribution = this.random.one(this.acknowledged.filter(({ path }) => path === 'contributions')).stream;
    const paths = [
      '/',
      '/contributions',
      '/demarches',
      '/sans-reponse',
      `/demarches/${consultation}`,
      `/contributions/${ofContribution}`,
      '/api/v1/overview',
      `/api/v1/consultations/${consultation}`,
    ];
    const faults: string[] = [];
    for (const { url, label } of this.site.webs)
      for (const path of paths) {
        const answer = await fetch(`${url}${path}`);
        const text = await answer.text();
        if (answer.status !== 200) faults.push(`${label}: ${path} is answered ${answer.status}: ${text.slice(0, 300)}`);
      }
    return faults;
  }
}
