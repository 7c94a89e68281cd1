/** A register on a database of its own, for tests of what follows the log: append facts, project them, ask. */
import { Client, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type AnyDefinition, type DataOf, type NewEvent, type SealedOf } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import { EVENT_STORE_MIGRATIONS } from '@fil/log/event-store/postgres/migrations/event-store-migrations';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { applicationConnection, openApplicationPool } from '@fil/log/postgres/application-pool';
import { migrate } from '@fil/log/postgres/migrate';
import { PROJECTION_MIGRATIONS } from '@fil/log/projections/migrations/projections-migrations';
import type { Projection } from '@fil/log/projections/projection';
import { ProjectionRunner, type RunnerOptions } from '@fil/log/projections/projection-runner';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import { Rebuild, type RebuildOptions, type Rebuilt } from '@fil/log/projections/rebuild/rebuild';
import { sealEvents } from '@fil/log/vault/sealer';
import { newSubjectKey, Vault } from '@fil/log/vault/vault';
import { VIEW_ENTITIES } from '@fil/views/entities';
import { VIEW_MIGRATIONS, VIEW_PROJECTIONS } from '@fil/views/projections';
import { createTestDatabase } from '../postgres/test-database';

export interface Circumstances {
  readonly at?: string;
  readonly actor?: Actor;
  readonly cause?: string;
  /** Whose words these are; her key is minted with the first. */
  readonly person?: string;
  /** Set when the object is not public: its facts are sealed too. */
  readonly concealed?: { readonly consultation: string; readonly sensitivity: string };
  readonly ids?: readonly string[];
}

export const fact = <D extends AnyDefinition>(
  definition: D,
  data: DataOf<D>,
  words?: SealedOf<D>,
  occurredOn: string | null = null,
): NewEvent => event(definition, { data, words: (words ?? {}) as SealedOf<D>, occurredOn });

export class TestRegister {
  private readonly revisions = new Map<string, number>();
  private readonly keys = new Map<string, Buffer>();
  readonly vault: Vault;

  private constructor(
    readonly url: string,
    readonly pool: Pool,
    readonly store: PostgresEventStore,
    readonly vaultStore: PostgresVaultStore,
    readonly dataSource: DataSource,
    readonly readYourWrites: ReadYourWrites,
    private readonly drop: () => Promise<void>,
  ) {
    this.vault = new Vault(vaultStore, EVENT_SCHEMA);
  }

  static async open(): Promise<TestRegister> {
    const database = await createTestDatabase();
    return TestRegister.on(database.url, database.drop);
  }

  static async on(url: string, drop: () => Promise<void>): Promise<TestRegister> {
    await migrate(url, [...EVENT_STORE_MIGRATIONS, ...PROJECTION_MIGRATIONS, ...VIEW_MIGRATIONS]);
    const pool = await openApplicationPool(url, { max: 12 });
    const store = await PostgresEventStore.open(url);
    const vaultStore = await PostgresVaultStore.open(url);
    const { options } = await applicationConnection(url);
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: VIEW_ENTITIES,
      synchronize: false,
      poolSize: 4,
      extra: { options },
    });
    return new TestRegister(
      url,
      pool,
      store,
      vaultStore,
      await source.initialize(),
      new ReadYourWrites(pool, store),
      drop,
    );
  }

  async close(): Promise<void> {
    await this.readYourWrites.close();
    await this.dataSource.destroy();
    await this.store.close();
    await this.vaultStore.close();
    await this.pool.end();
    await this.drop();
  }

  /** As the owner of the tables: for what the application may not do. End it. */
  async ownerClient(): Promise<Client> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    return client;
  }

  runner(projections: readonly Projection[] = VIEW_PROJECTIONS, options: RunnerOptions = {}): ProjectionRunner {
    return new ProjectionRunner(projections, this.pool, this.store, this.vault, options);
  }

  rebuild(projection: Projection, options: RebuildOptions = {}): Promise<Rebuilt> {
    return new Rebuild(projection, this.pool, this.store, this.vault, options).run();
  }

  /** Appends at the end of a stream. @returns the ids of the events */
  async append(stream: string, events: readonly NewEvent[], circumstances: Circumstances = {}): Promise<string[]> {
    const {
      at = '2026-03-02T09:30:00Z',
      actor = { role: 'agent', body: null },
      cause = null,
      person,
      concealed = null,
    } = circumstances;
    const expected = this.revisions.get(stream) ?? 0;
    const minted = person !== undefined && !this.keys.has(person);
    if (minted) this.keys.set(person, newSubjectKey());
    const ids = circumstances.ids ?? events.map(() => uuidV7());
    const entries = sealEvents(
      events,
      {
        log: 'demo.invalid/test',
        stream,
        firstRev: expected + 1,
        ids,
        at,
        actor,
        account: null,
        cause,
        subject: person === undefined ? null : { id: person, key: this.keys.get(person)! },
        concealed,
      },
      EVENT_SCHEMA,
    );
    this.revisions.set(stream, expected + entries.length);
    const result = await this.store.append({
      stream,
      expected,
      entries,
      mint: minted ? { subject: person, key: this.keys.get(person)! } : undefined,
    });
    if (result.status !== 'ok') throw new Error(`append to ${stream}: ${result.status}`);
    return [...ids];
  }
}
