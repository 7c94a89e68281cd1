import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { LogFiles } from '@fil/log/checkpoints/log-files';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { admitted, newPerson, newStream, recorded, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { openCheckpoint } from '@fil/log/transparency/checkpoint';
import { parseVkey } from '@fil/log/transparency/keys';
import { bundlePath, tilesOfLevel } from '@fil/log/transparency/tiles';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

const ORIGIN = 'participation.example.fr';

async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('en', into('out'), into('err')));
  return { code, ...said };
}

let folder: string;
let databases: TestDatabase[];
const kept = process.env['FIL_DATA'];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fil-signing-'));
  process.env['FIL_DATA'] = join(folder, 'data');
  databases = [await createTestDatabase(), await createTestDatabase()];
  process.env['DATABASE_URL'] = databases[0]!.url;
  expect((await fil('init', '--authority', '21750001600019', '--origin', ORIGIN)).code).toBe(0);
});
afterEach(async () => {
  delete process.env['DATABASE_URL'];
  process.env['FIL_DATA'] = kept;
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true });
});

async function deposit(count: number): Promise<void> {
  const store = await PostgresEventStore.open(databases[0]!.url);
  for (let n = 0; n < count; n++) {
    const [stream, person] = [newStream('contribution'), newPerson()];
    const events = [recorded(), admitted()];
    await store.append(sealedAppend({ stream, expected: 0, events, person, mint: true, log: ORIGIN }));
  }
  await store.close();
}

/** As `fil log mirror` makes it. */
async function mirror(size: number): Promise<string> {
  const pool = new Pool({ connectionString: databases[0]!.url, max: 1 });
  const files = new LogFiles(pool);
  const path = join(folder, 'mirror');
  const write = async (name: string, content: Buffer | string): Promise<void> => {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  };
  await write('checkpoint', (await files.checkpoint())!);
  for (const address of tilesOfLevel(0, size))
    await write(bundlePath(address), (await files.file(bundlePath(address)))!);
  await pool.end();
  return path;
}

const rows = async (database: TestDatabase): Promise<unknown[]> => {
  const pool = new Pool({ connectionString: database.url, max: 1 });
  const { rows: found } = await pool.query<Record<string, unknown>>(
    'SELECT idx, id, stream, rev, type, at, visibility, encode(entry, $1) FROM log.event ORDER BY idx',
    ['hex'],
  );
  await pool.end();
  return found;
};

it('begins with a key that only its owner reads, and changes it while both sign', async () => {
  const path = join(folder, 'data', 'keys', `${ORIGIN}.key`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await fil('log', 'keys', 'retire', 'ffffffff')).code).toBe(1);
  const first = /^[0-9a-f]{8}/m.exec((await fil('log', 'keys', 'list')).out)![0];
  expect(await fil('log', 'keys', 'retire', first)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no other key'),
  });
  const added = parseVkey((await fil('log', 'keys', 'add')).out.trim());
  expect(added.name).toBe(ORIGIN);
  expect((await fil('log', 'checkpoint')).out.match(/^— /gm)).toHaveLength(2);
  expect((await fil('log', 'keys', 'retire', first)).code).toBe(0);
  expect(await readFile(path, 'utf8')).not.toContain(first);
  const note = (await fil('log', 'checkpoint')).out;
  expect(openCheckpoint(note, [added])).toMatchObject({ ok: true, checkpoint: { size: 2 } });
  expect(note.match(/^— /gm)).toHaveLength(1);
  expect((await fil('log', 'status')).out).toContain('signed: 2, published on');
}, 120_000);

it('records nothing in an older backup, takes back from a mirror what was signed, and goes on', async () => {
  await deposit(140);
  const [directory, keys] = [join(folder, 'backup'), join(folder, 'persons.keys')];
  expect((await fil('backup', directory, '--keys', keys)).code).toBe(0);
  await deposit(150);
  expect((await fil('log', 'checkpoint')).code).toBe(0);
  const copy = await mirror(580);

  process.env['DATABASE_URL'] = databases[1]!.url;
  expect((await fil('restore', directory, '--keys', keys)).code).toBe(0);
  expect(await fil('log', 'keys', 'add')).toMatchObject({
    code: 1,
    err: expect.stringContaining('records nothing any more'),
  });
  expect(await fil('log', 'status')).toMatchObject({
    code: 5,
    out: expect.stringContaining('older than what was signed'),
  });
  expect(await fil('log', 'checkpoint')).toMatchObject({ code: 5, err: expect.stringContaining('fil log recover') });

  // A copy that somebody has written into.
  const bundle = join(copy, bundlePath({ index: 1, width: 256 }));
  const sound = await readFile(bundle);
  await writeFile(bundle, Buffer.from(sound).fill(0x20, 40, 41));
  expect(await fil('log', 'recover', '--from', copy)).toMatchObject({
    code: 1,
    err: expect.stringContaining('do not lead to its checkpoint'),
  });
  expect(await rows(databases[1]!)).toHaveLength(280);
  await writeFile(bundle, sound);

  expect(await fil('log', 'recover', '--from', copy)).toMatchObject({
    code: 0,
    out: expect.stringContaining('from 280 to 579'),
  });
  expect(await rows(databases[1]!)).toEqual(await rows(databases[0]!));
  expect((await rows(databases[1]!))[0]).toMatchObject({ type: contributionRecorded.type });
  expect((await fil('log', 'checkpoint')).out).toBe(await readFile(join(copy, 'checkpoint'), 'utf8'));
  expect((await fil('log', 'recover', '--from', copy)).err).toContain('nothing to take');
  expect((await fil('log', 'keys', 'add')).code).toBe(0);
  expect((await fil('log', 'status')).code).toBe(0);
}, 180_000);
