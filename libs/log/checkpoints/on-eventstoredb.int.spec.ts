import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN } from '../../../test/checkpoints/log-under-test';
import { EventStoreDbTestServer } from '../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { newStream, progress, sealedAppend } from '../event-store/contract/sealed-appends';
import { EventStoreDbEventStore } from '../event-store/eventstoredb/eventstoredb-event-store';
import { EVENTSTOREDB_MIGRATIONS } from '../event-store/eventstoredb/migrations/eventstoredb-migrations';
import { EVENT_STORE_MIGRATIONS } from '../event-store/postgres/migrations/event-store-migrations';
import { openApplicationPool } from '../postgres/application-pool';
import { migrate } from '../postgres/migrate';
import { verifyInclusion } from '../transparency/proofs';
import { leafHash } from '../transparency/leaf-hash';
import { auditTree } from './audit-tree';
import { Checkpointer } from './checkpointer';
import { FileLockStore } from './file-lock-store';
import { KeyFile } from './key-file';
import { LogProofs } from './log-proofs';
import { CHECKPOINT_MIGRATIONS } from './migrations/checkpoint-migrations';
import { TreeIntegrator } from './tree-integrator';

let database: TestDatabase;
let server: EventStoreDbTestServer;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS, ...CHECKPOINT_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
  folder = await mkdtemp(join(tmpdir(), 'fil-log-'));
});
afterEach(async () => {
  server.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

it('signs what the log has taken in from EventStoreDB, as it does elsewhere', async () => {
  const store = await EventStoreDbEventStore.open(database.url, server.url);
  const pool = await openApplicationPool(database.url, { max: 4 });
  try {
    for (let n = 0; n < 3; n++) {
      const events = Array.from({ length: 90 }, progress);
      await store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events, log: ORIGIN }));
    }
    const size = await store.size();
    expect(size).toBe(270);
    expect(await new TreeIntegrator(pool).catchUp()).toBe(size);
    const keys = new KeyFile(join(folder, 'key'), ORIGIN);
    const lockStore = new FileLockStore(join(folder, 'lock'));
    const checkpointer = new Checkpointer({ pool, origin: ORIGIN, keys, lockStore, refills: true });
    expect(await checkpointer.pass()).toMatchObject({ status: 'published', head: { size } });
    expect(await auditTree(pool)).toEqual({ size, checkpoints: 1 });
    const [entry] = await store.readAll(123, 1);
    const proof = (await new LogProofs(pool, null).proofFor(123))!;
    expect(verifyInclusion(proof.checkpoint, 123, leafHash(entry!.bytes), proof.path)).toBe(true);
  } finally {
    await pool.end();
    await store.close();
  }
}, 120_000);
