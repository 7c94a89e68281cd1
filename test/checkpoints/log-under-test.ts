/** A log of its own, with a key and a lock store in a folder of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { Checkpointer, type CheckpointStep } from '@fil/log/checkpoints/checkpointer';
import { FileLockStore } from '@fil/log/checkpoints/file-lock-store';
import { KeyFile } from '@fil/log/checkpoints/key-file';
import { CHECKPOINT_MIGRATIONS } from '@fil/log/checkpoints/migrations/checkpoint-migrations';
import { TreeIntegrator } from '@fil/log/checkpoints/tree-integrator';
import { newStream, progress, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { EVENT_STORE_MIGRATIONS } from '@fil/log/event-store/postgres/migrations/event-store-migrations';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { migrate } from '@fil/log/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';

export const ORIGIN = 'register.example.fr/log';

export class LogUnderTest {
  private constructor(
    readonly database: TestDatabase,
    /** Of the key and the lock store. */
    readonly folder: string,
    readonly store: PostgresEventStore,
    readonly pool: Pool,
    /** Bypasses what refuses changes. */
    readonly owner: Pool,
  ) {}

  /** @param folder of another log, to share its key and its lock store */
  static async begin(folder?: string): Promise<LogUnderTest> {
    const database = await createTestDatabase();
    await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...CHECKPOINT_MIGRATIONS]);
    const owner = new Pool({ connectionString: database.url, max: 2 });
    owner.on('error', () => undefined);
    return new LogUnderTest(
      database,
      folder ?? (await mkdtemp(join(tmpdir(), 'fil-log-'))),
      await PostgresEventStore.open(database.url),
      await openApplicationPool(database.url, { max: 8 }),
      owner,
    );
  }

  get keys(): KeyFile {
    return new KeyFile(join(this.folder, 'log.key'), ORIGIN);
  }

  get lockStore(): FileLockStore {
    return new FileLockStore(join(this.folder, 'lock'));
  }

  integrator(): TreeIntegrator {
    return new TreeIntegrator(this.pool);
  }

  checkpointer(onStep?: (step: CheckpointStep) => void | Promise<void>, heartbeat?: number): Checkpointer {
    const { pool, keys, lockStore } = this;
    return new Checkpointer({ pool, origin: ORIGIN, keys, lockStore, heartbeat, onStep });
  }

  async append(entries: number, store: EventStore = this.store): Promise<void> {
    for (let left = entries; left > 0; left -= 100) {
      const events = Array.from({ length: Math.min(left, 100) }, progress);
      await store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events, log: ORIGIN }));
    }
  }

  /** Everything that is there, in the tree and signed. */
  async signAll(): Promise<void> {
    await this.integrator().catchUp();
    await this.checkpointer().pass();
  }

  /** As somebody with all rights does, who switches off what refuses it. */
  async tamper(statement: string): Promise<void> {
    await this.owner.query(`SET session_replication_role = replica; ${statement}; RESET session_replication_role`);
  }

  async end({ keepFolder = false } = {}): Promise<void> {
    await this.store.close();
    await Promise.all([this.pool.end(), this.owner.end()]);
    await this.database.drop();
    if (!keepFolder) await rm(this.folder, { recursive: true, force: true });
  }
}
