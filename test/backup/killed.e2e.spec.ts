/** The command line is killed in the middle of a backup and of a restore: run again, it ends as if nothing had happened. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BACKUP_LOCK } from '@fil/log/backup/take-backup';
import { eventually } from '../e2e/eventually';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { fil, type FilProcess, startFil } from './fil';
import { bundles, contentsOf, inDatabase, SpokenRegister } from './spoken-register';

jest.setTimeout(300_000);
const PATIENCE = 120_000;

let register: SpokenRegister;
let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'fil-killed-'));
const [directory, keys] = [join(folder, 'backup'), join(folder, 'keys')];
beforeAll(async () => {
  [register, database] = await Promise.all([SpokenRegister.begin(), createTestDatabase()]);
  await register.speak(bundles(6) + 30);
});
afterAll(async () => {
  await register.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Kills it once this is so. @throws when it ends before */
async function killWhen(process: FilProcess, what: string, look: () => Promise<boolean>): Promise<void> {
  const over = process.ended.then((how) => {
    throw new Error(`it ended (${how}) before it could be killed:\n${process.said()}`);
  });
  over.catch(() => undefined); // it ends by our hand too
  try {
    await Promise.race([over, eventually(what, look, PATIENCE)]);
  } finally {
    process.kill();
  }
  expect(await process.ended).toBe('SIGKILL');
}

/** Nobody gets at the keys meanwhile: a backup stands still when it has everything else. */
async function killAtTheKeys(): Promise<void> {
  await inDatabase(register.url, async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE keys.subject_key IN ACCESS EXCLUSIVE MODE');
    await killWhen(startFil(register.url, 'backup', directory, '--keys', keys), 'waiting for the keys', async () => {
      const { rows } = await client.query<{ waiting: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'keys.subject_key'::regclass AND NOT granted) AS waiting`,
      );
      return rows[0]!.waiting;
    });
    await client.query('ROLLBACK');
    // The server sees by itself that nobody is there any more.
    await eventually(
      'the end of its connection',
      async () => {
        const { rows } = await client.query<{ free: boolean }>(
          `SELECT NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND
             (classid::bigint << 32) | objid::bigint = $1) AS free`,
          [BACKUP_LOCK],
        );
        return rows[0]!.free;
      },
      PATIENCE,
    );
  });
}

it('a backup that is killed leaves the one before, and is gone on with', async () => {
  await killAtTheKeys();
  expect(readdirSync(join(directory, 'tile/entries')).length).toBe(7);
  expect(existsSync(join(directory, 'manifest.json'))).toBe(false);
  // The keys were being written.
  expect(readdirSync(folder).sort()).toEqual(['.keys.draft', 'backup']);
  const none = await fil(register.url, 'backup', directory, '--verify');
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining('no complete backup') });

  expect(await fil(register.url, 'backup', directory, '--keys', keys)).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual(['backup', 'keys']);
  const [manifest, kept] = [readFileSync(join(directory, 'manifest.json')), readFileSync(keys)];

  await register.speak(400);
  await killAtTheKeys();
  expect(readFileSync(join(directory, 'manifest.json')).equals(manifest)).toBe(true);
  expect(readFileSync(keys).equals(kept)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['.keys.draft', 'backup', 'keys']);
  expect(await fil(register.url, 'backup', directory, '--verify', '--keys', keys)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1,566 entries'),
    err: expect.stringContaining('A later backup was interrupted'),
  });
  expect(await fil(register.url, 'backup', directory, '--keys', keys)).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual(['backup', 'keys']);
  const whole = await fil(register.url, 'backup', directory, '--verify', '--keys', keys);
  expect(whole).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1,966 entries') });
});

it('a restore that is killed goes on where it was, and opens nothing before its end', async () => {
  // Whoever reads a pipe waits for whoever writes: the restore stands still at its sixth bundle.
  const [sixth, aside] = [join(directory, 'tile/entries/005'), join(folder, 'aside')];
  renameSync(sixth, aside);
  execFileSync('mkfifo', [sixth]);
  const size = (): Promise<number> =>
    inDatabase(database.url, async (client) => {
      const { rows: there } = await client.query<{ there: boolean }>(
        `SELECT to_regclass('log.head') IS NOT NULL AS there`,
      );
      if (!there[0]!.there) return 0;
      const { rows } = await client.query<{ size: string }>('SELECT size FROM log.head');
      return Number(rows[0]!.size);
    });
  const half = startFil(database.url, 'restore', directory, '--keys', keys);
  await killWhen(half, 'four bundles', async () => (await size()) === bundles(4));
  rmSync(sixth);
  renameSync(aside, sixth);

  expect(await fil(database.url, 'token', 'list')).toMatchObject({
    code: 1,
    err: expect.stringContaining('not finished'),
  });
  expect(await fil(database.url, 'restore', directory, '--keys', keys)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1,966 entries, going on with a restore that was interrupted'),
  });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));
  expect(await fil(database.url, 'token', 'list')).toMatchObject({ code: 0, out: expect.stringContaining('Guichet') });
});
