/** What was recorded through the API stays as it is, whoever has a connection to the database. */
import { Client } from 'pg';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { foundTown } from './town';

let running: RunningApp;
let owner: Client;
beforeAll(async () => {
  running = await startApp();
  await foundTown(new Api(running, { token: (await running.token()).token }));
  owner = new Client({ connectionString: running.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await running.close();
});

const rows = async (): Promise<unknown[]> =>
  (await owner.query<Record<string, unknown>>('SELECT * FROM log.event ORDER BY idx')).rows;
const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'no code',
  );

const INSUFFICIENT_PRIVILEGE = '42501';
const INTEGRITY_CONSTRAINT_VIOLATION = '23000';

const CHANGES = [
  `UPDATE log.event SET entry = entry`,
  `UPDATE log.event SET at = now() WHERE false`,
  `DELETE FROM log.event WHERE idx = 0`,
  `DELETE FROM log.event`,
  `TRUNCATE log.event`,
  `TRUNCATE log.event CASCADE`,
  `MERGE INTO log.event e USING (SELECT 0 AS idx) s ON e.idx = s.idx WHEN MATCHED THEN DELETE`,
  `UPDATE log.register SET origin = 'autre.invalid'`,
  `DELETE FROM log.register`,
  `DELETE FROM log.head`,
];

describe('the log', () => {
  it.each([
    ...CHANGES,
    `INSERT INTO log.event (idx, id, stream, rev, type, at, entry) SELECT 999, gen_random_uuid(), stream, 999, type, at, entry FROM log.event LIMIT 1`,
    `UPDATE log.head SET size = 0`,
    `DROP TABLE log.event`,
    `ALTER TABLE log.event DISABLE TRIGGER ALL`,
    `SET session_replication_role = replica`,
  ])('refuses to the application: %s', async (statement) => {
    const before = await rows();
    expect(await codeOf(running.register.pool.query(statement))).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await rows()).toEqual(before);
  });

  it.each(CHANGES)('refuses to its owner: %s', async (statement) => {
    const before = await rows();
    expect(await codeOf(owner.query(statement))).toBe(INTEGRITY_CONSTRAINT_VIOLATION);
    expect(await rows()).toEqual(before);
  });

  it('keeps the leaf of each entry beside its bytes', async () => {
    const { rows: stored } = await owner.query<{ idx: string; entry: Buffer; leaf: Buffer }>(
      'SELECT idx, entry, leaf FROM log.event ORDER BY idx',
    );
    expect(stored.length).toBeGreaterThan(5);
    expect(stored.map(({ idx }) => Number(idx))).toEqual(stored.map((_, n) => n));
    for (const { entry, leaf } of stored) expect(leaf).toEqual(leafHash(entry));
  });
});
