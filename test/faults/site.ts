import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { LockStore } from '@fil/log/checkpoints/lock-store.port';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { readRegister } from '@fil/log/register/register';
import type { EventStoreDbTestServer } from '../eventstoredb-server/eventstoredb-test-server';
import type { RedisServer } from '../redis/redis-server';
import type { ServiceName } from '../services/services';
import { settingsFrom } from '../../apps/composition/settings';
import { lockStoreOf } from '../../apps/composition/signing/log-places';
import { TOWN_SIRET } from '../e2e/town-siret';
import type { CheckedRegister } from './check-log';
import type { Happenings } from './client';
import type { Evidence } from './evidence';
import type { MortalPostgres } from './mortal-postgres';
import type { Product } from './product';
import { Program } from './program';
import { beginRegister, createToken, ORIGIN } from './register';
import { Turns } from './turns';

export interface SiteSettings {
  readonly product: Product;
  readonly postgres: MortalPostgres;
  readonly redis: RedisServer | null;
  readonly eventStore: EventStoreDbTestServer | null;
  readonly programs: readonly ServiceName[];
  readonly evidence: Evidence;
  /** Of the database. */
  readonly name: string;
}

/** A register in a new database, the programs that work on it, and all they need: everything here can be broken. */
export class Site {
  /** Each is broken by one at a time. */
  readonly turnsAt = { postgres: new Turns(), redis: new Turns(), eventStore: new Turns() };
  readonly happenings: Happenings = new EventEmitter().setMaxListeners(0) as Happenings;
  readonly programs: Program[] = [];
  /** Events of others that the register was made to refuse. */
  readonly refused: string[] = [];
  /** Of the key that signs; the lock store is beside it. */
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'fil-site-'));
  private readonly pool: Pool;

  private constructor(
    readonly settings: SiteSettings,
    readonly databaseUrl: string,
    readonly token: string,
  ) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 3, connectionTimeoutMillis: 1_000 });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  static async open(settings: SiteSettings): Promise<Site> {
    const { postgres, programs } = settings;
    const url = await postgres.createDatabase(settings.name);
    await beginRegister(url, TOWN_SIRET);
    const site = new Site(settings, url, await createToken(url));
    try {
      await Promise.all(programs.map((name, n) => site.add(name, n)));
      await site.ready();
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  private async add(name: ServiceName, n: number): Promise<void> {
    const { product, programs, evidence } = this.settings;
    const label = `${name} ${programs.slice(0, n + 1).filter((other) => other === name).length}`;
    this.programs.push(await Program.start({ product, name, label, environment: this.environment, evidence }));
  }

  get environment(): Record<string, string> {
    const { redis, eventStore } = this.settings;
    return {
      DATABASE_URL: this.databaseUrl,
      FIL_DATA: this.dataDir,
      HOST: '127.0.0.1',
      LANG: 'en_GB.UTF-8',
      REDIS_URL: redis?.url ?? '',
      EVENTSTORE_URL: eventStore?.url ?? '',
    };
  }

  get lockStore(): LockStore {
    return lockStoreOf(settingsFrom({ FIL_DATA: this.dataDir }), ORIGIN);
  }

  named(name: ServiceName): Program[] {
    return this.programs.filter((program) => program.name === name);
  }

  /** Those that take commands and show pages. */
  get webs(): Program[] {
    return [...this.named('web'), ...this.named('standalone')];
  }

  async ready(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.ready()));
  }

  /** Null when the database does not answer. */
  async look<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[] | null> {
    return this.pool.query<T>(sql, [...values]).then(
      ({ rows }) => rows,
      () => null,
    );
  }

  /** @returns whether the question had a row before the patience was over */
  async until(sql: string, values: readonly unknown[] = [], patience = 5_000): Promise<boolean> {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(3)) {
      const rows = await this.look(sql, values);
      if (rows && rows.length > 0) return true;
    }
    return false;
  }

  /** What is kept, looked at from outside: whatever the engine, the log and the vault stand in PostgreSQL. */
  async inspect<T>(work: (register: CheckedRegister) => Promise<T>): Promise<T> {
    const store = await PostgresEventStore.open(this.databaseUrl);
    const vaultStore = await PostgresVaultStore.open(this.databaseUrl);
    try {
      return await work({ register: (await readRegister(this.pool))!, pool: this.pool, store, vaultStore });
    } finally {
      await store.close();
      await vaultStore.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    await this.pool.end();
    for (const folder of [this.dataDir, `${this.dataDir}-lock`]) rmSync(folder, { recursive: true, force: true });
  }
}
