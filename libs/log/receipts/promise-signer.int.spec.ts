import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { KeyFile } from '../checkpoints/key-file';
import { EVENT_STORE_MIGRATIONS } from '../event-store/postgres/migrations/event-store-migrations';
import { openApplicationPool } from '../postgres/application-pool';
import { migrate } from '../postgres/migrate';
import { entryBytes } from '../transparency/entry';
import { parseVkey } from '../transparency/keys';
import { leafHash } from '../transparency/leaf-hash';
import { openPromise, promiseKeyName } from '../transparency/promise';
import { RECEIPT_MIGRATIONS } from './migrations/receipt-migrations';
import { PromiseSigner } from './promise-signer';

const ORIGIN = 'test.invalid/promises';
const EVENT = '018f6b1e-7c00-7000-8000-000000000001';
const bytes = entryBytes({
  v: 1,
  log: ORIGIN,
  id: EVENT,
  type: 'contribution.admitted/1',
  stream: 'contribution-018f6b1e-7c00-7000-8000-000000000002',
  rev: 1,
  at: '2026-03-02T09:30:00Z',
  occurredOn: null,
  cause: null,
  actor: { role: 'agent', body: null },
  data: {},
  sealed: {},
});

let database: TestDatabase;
let pool: Pool;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...RECEIPT_MIGRATIONS]);
  pool = await openApplicationPool(database.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'fil-promises-'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

it('promises one entry in one way, with one key for all who start at once, and goes on when that is lost', async () => {
  const path = join(folder, 'promises.key');
  const open = (): Promise<PromiseSigner> =>
    PromiseSigner.open(pool, ORIGIN, new KeyFile(path, promiseKeyName(ORIGIN)));
  const started = await Promise.all([open(), open(), open()]);
  const entry = { id: EVENT, bytes };
  const notes = started.map((signer) => signer.promise(entry, leafHash(bytes)).note);
  expect(new Set(notes).size).toBe(1);
  expect(openPromise(notes[0]!, parseVkey(started[0].vkey), ORIGIN)).toMatchObject({
    ok: true,
    promise: { event: EVENT, acceptedAt: '2026-03-02T09:30:00Z', includedBy: '2026-03-03T09:30:00Z' },
  });

  await rm(path);
  const after = await open();
  expect(after.vkey).not.toBe(started[0].vkey);
  const { rows } = await pool.query<{ vkey: string }>('SELECT vkey FROM log.promise_key ORDER BY added_at');
  expect(rows.map(({ vkey }) => vkey)).toEqual([started[0].vkey, after.vkey]);
  await expect(pool.query('DELETE FROM log.promise_key')).rejects.toThrow();
});
