import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { isErased } from '@fil/log/vault/vault';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { FOLDERS } from '@fil/log/backup/layout';
import { filesOf } from '@fil/log/backup/backup-directory';
import type { Manifest } from '@fil/log/backup/manifest';
import { restoreBackup } from '@fil/log/backup/restore-backup';
import { takeBackup } from '@fil/log/backup/take-backup';
import { BACKED_UP_TABLES } from '../../apps/composition/backed-up-tables';
import { MIGRATIONS } from '../../apps/composition/migrations';
import { openRegister } from '../../apps/composition/open-register';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { fact, TestRegister } from '../register/test-register';
import { fil } from './fil';
import { bundles, contentsOf, inDatabase, SpokenRegister } from './spoken-register';

jest.setTimeout(180_000);

let register: SpokenRegister;
let database: TestDatabase;
let folder: string;
let directory: string;
let keys: string;
beforeEach(async () => {
  [register, database] = await Promise.all([SpokenRegister.begin(), createTestDatabase()]);
  folder = mkdtempSync(join(tmpdir(), 'fil-backup-'));
  [directory, keys] = [join(folder, 'backup'), join(folder, 'keys')];
});
afterEach(async () => {
  await register.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** What a later version does to the rows it finds. */
class Later1790000000001 implements MigrationInterface {
  readonly name = 'Later1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people.api_token ADD purpose text;
      UPDATE people.api_token SET purpose = upper(name);
      ALTER TABLE people.api_token ALTER purpose SET NOT NULL;
      ALTER TABLE people.api_token RENAME TO access;
    `);
  }

  async down(): Promise<void> {}
}

const backup = () => fil(register.url, 'backup', directory, '--keys', keys);
const restore = (...more: string[]) => fil(database.url, 'restore', directory, '--keys', keys, ...more);
const manifest = (): Manifest => JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;
const fileOf = (kind: (typeof FOLDERS)[number], n = 0): string =>
  join(
    directory,
    Object.keys(manifest().files)
      .filter((name) => name.startsWith(`${kind}/`))
      .sort()[n]!,
  );

it('brings every row back as it was, and the register goes on from there', async () => {
  await register.speak(bundles(2) + 44);
  expect(await backup()).toMatchObject({ code: 0, out: expect.stringContaining('556 entries, 556 of them new') });
  expect(await restore()).toMatchObject({ code: 0, out: expect.stringContaining('556 entries') });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));

  // What is written next has the next place, and what was written is known again.
  const again = await TestRegister.on(database.url, () => Promise.resolve());
  const [known] = await register.open.store.readAll(0, 1);
  const copy = { ...known!, at: '2026-03-02T09:30:00Z', visibility: null, openings: [] };
  expect(await again.store.append({ stream: known!.stream, expected: 0, entries: [copy] })).toMatchObject({
    status: 'duplicate',
  });
  await again.append('contribution-6d4b0f0e-0000-4000-8000-000000000001', [
    fact(contributionRecorded, toRecordedEvent(known!).data as never, {}),
  ]);
  expect((await again.store.readAll(0, 1000)).map(({ index }) => index)).toEqual(
    Array.from({ length: 557 }, (_, index) => index),
  );
  await again.close();
  await inDatabase(database.url, async (client) => {
    await expect(client.query('DELETE FROM log.event WHERE idx = 0')).rejects.toThrow('the log is never changed');
    await expect(client.query(`UPDATE log.register SET origin = 'x'`)).rejects.toThrow('the log is never changed');
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO processes.job (name, key, max_attempts) VALUES ('mail', 'next', 1) RETURNING id`,
    );
    expect(rows).toEqual([{ id: '1204' }]);
    const { rows: rights } = await client.query(
      `SELECT has_table_privilege('fil_app', 'log.event', 'INSERT') AS writes,
         has_table_privilege('fil_app', 'log.event', 'SELECT') AS reads
       WHERE EXISTS (SELECT FROM pg_roles WHERE rolname = 'fil_app')`,
    );
    for (const right of rights) expect(right).toEqual({ writes: false, reads: true });
  });
});

it('is a whole while entries are being written, and adds only what is new', async () => {
  await register.speak(bundles(1));
  const writing = register.speak(600);
  expect(await backup()).toMatchObject({ code: 0 });
  const { size } = manifest();
  expect(size).toBeGreaterThanOrEqual(256);
  await writing;
  const full = fileOf('tile');
  const untouched = statSync(full).ino;
  expect(await backup()).toMatchObject({
    code: 0,
    out: expect.stringContaining(`856 entries, ${856 - size} of them new`),
  });
  expect(statSync(full).ino).toBe(untouched);
  const there: string[] = [];
  for await (const name of filesOf(directory)) there.push(name);
  expect(there.sort()).toEqual(Object.keys(manifest().files).sort());
  expect(existsSync(join(directory, '.incomplete'))).toBe(false);
  expect(await restore()).toMatchObject({ code: 0 });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));
});

it('keeps the entries as bundles that a mirror of the log has', async () => {
  await register.speak(300);
  await backup();
  const stored = await register.open.store.readAll(0, 300);
  const bundle = (from: number, to: number): Buffer =>
    Buffer.concat(
      stored.slice(from, to).flatMap(({ bytes }) => [Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]),
    );
  expect(readFileSync(join(directory, 'tile/entries/000')).equals(bundle(0, 256))).toBe(true);
  expect(readFileSync(join(directory, 'tile/entries/001.p/44')).equals(bundle(256, 300))).toBe(true);
});

it('takes erased words out of the next backup, and erases again what older keys could open', async () => {
  await register.speak(300);
  await backup();
  const [person] = register.people;
  const field = { event: register.firstEvents[0]!, path: '/title' };
  const oldKeys = `${keys}.old`;
  writeFileSync(oldKeys, readFileSync(keys));
  const before = new Set(Object.keys(manifest().files));
  await register.order(person!, field);
  await register.open.vaultStore.eraseKey(person!);
  await register.open.vaultStore.eraseOpenings([field]);
  expect(await backup()).toMatchObject({ code: 0, out: expect.stringContaining('Words were erased') });

  const gone = [...before].filter((name) => !(name in manifest().files));
  expect(gone.filter((name) => name.startsWith('beside/'))).toHaveLength(2); // the one erased from, the one that grew
  for (const name of gone) expect(existsSync(join(directory, name))).toBe(false);
  expect(readFileSync(keys, 'utf8')).not.toMatch(
    new RegExp(`"key": "[^"]+", "state": "active", "subject": "${person!}"`),
  );
  const hers = (file: string): string =>
    readFileSync(file, 'utf8')
      .split('\n')
      .find((line) => line.includes(person!))!;
  expect(hers(oldKeys)).toContain('"active"');
  expect(hers(keys)).toContain('"erased"');

  const restored = await fil(database.url, 'restore', directory, '--keys', oldKeys);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('carried out again: 1.') });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));
});

it('obeys the orders that came after the openings were copied', async () => {
  await register.speak(300);
  const drafts = `SELECT draft -> 'content' AS content FROM drafts.draft ORDER BY object`;
  await inDatabase(register.url, (client) =>
    client.query(
      `INSERT INTO drafts.draft (id, revision, kind, authority, object, state, draft)
       SELECT gen_random_uuid(), 1, 'contribution.outcome', 'authority', object, 'preparing',
         '{"content": {"reference": "as she says"}, "version": 1, "state": "preparing"}'
       FROM unnest($1::text[]) AS object`,
      [[`contribution-${register.people[0]!}`, 'other']],
    ),
  );
  await register.order(register.people[0]!, { event: register.firstEvents[0]!, path: '/title' });
  await backup();
  await restore();
  const { rows } = await inDatabase(database.url, (client) => client.query<{ content: object }>(drafts));
  expect(rows).toEqual([{ content: {} }, { content: { reference: 'as she says' } }]);
  const vault = await PostgresVaultStore.open(database.url);
  expect(await vault.keyOf(register.people[0]!)).toEqual({ state: 'erased' });
  const openings = await vault.openings([register.firstEvents[0]!]);
  expect(openings.find(({ path }) => path === '/title')!.content).toBeNull();
  expect(await vault.keyOf(register.people[1]!)).toMatchObject({ state: 'active' });
  await vault.close();
});

it('without the keys shows the words of persons as erased, and never mints another key', async () => {
  await register.speak(300);
  expect(await fil(register.url, 'backup', directory, '--without-keys')).toMatchObject({ code: 0 });
  expect(await fil(database.url, 'restore', directory, '--without-keys')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Persons without a key: 150[^]*instance key is new/),
  });
  const test = await TestRegister.on(database.url, () => Promise.resolve());
  const [entry] = await test.store.readAll(0, 1);
  const [opened] = await test.vault.open([toRecordedEvent(entry!)], 'office');
  expect(isErased(opened!.words['title'])).toBe(true);
  const subject = register.people.find((person) => entry!.stream.endsWith(person))!;
  expect(await test.vaultStore.keyOf(subject)).toEqual({ state: 'erased' });
  await test.close();
});

it('stops between two stretches when asked to, and goes on from what is there', async () => {
  await register.speak(300);
  const stop = new AbortController();
  const asked = { url: register.url, directory, keysFile: keys, tables: BACKED_UP_TABLES, product: '0.0.0' };
  const stopped = takeBackup({ ...asked, progress: () => stop.abort(), signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(join(directory, 'manifest.json'))).toBe(false);
  expect(await backup()).toMatchObject({ code: 0, out: expect.stringContaining('300 entries, 300 of them new') });
});

it('goes on with a restore that was killed after its last entry', async () => {
  await register.speak(300);
  await backup();
  const killed = restoreBackup({
    url: database.url,
    directory,
    keysFile: keys,
    engine: 'postgres',
    leaveEventStoreDb: false,
    migrations: MIGRATIONS,
    orders: { type: 'erasure.ordered', obey: () => Promise.resolve() },
    progress: (done, of) => {
      if (done === of) throw new Error('the power went');
    },
  });
  await expect(killed).rejects.toThrow('the power went');
  expect(await restore()).toMatchObject({ code: 0, out: expect.stringContaining('going on with a restore') });
  expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));
});

it('removes what a run that was killed had not finished, even when it fails itself', async () => {
  await register.speak(2);
  const drafts = join(directory, '.incomplete');
  mkdirSync(drafts, { recursive: true });
  for (const draft of [join(folder, '.keys.draft'), join(drafts, '0123')]) writeFileSync(draft, 'words and keys');
  const stop = AbortSignal.abort();
  const asked = { url: register.url, directory, keysFile: keys, tables: BACKED_UP_TABLES, product: '0.0.0' };
  await expect(takeBackup({ ...asked, signal: stop })).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(folder)).toEqual(['backup']);
  expect(readdirSync(drafts)).toEqual([]);
});

it('says instants in UTC, whatever options the address has', async () => {
  const address = new URL(register.url);
  address.searchParams.set('options', '-c TimeZone=Asia/Tokyo');
  expect(await fil(address.href, 'backup', directory, '--keys', keys)).toMatchObject({ code: 0 });
  await inDatabase(register.url, async (client) => {
    const { rows } = await client.query<{ at: string }>(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM log.register`,
    );
    expect(manifest().register.createdAt).toBe(rows[0]!.at);
  });
});

it('does to a backup of an earlier version what has been done to registers since', async () => {
  await register.speak(20);
  await backup();
  const restored = (obey: () => Promise<void>) =>
    restoreBackup({
      url: database.url,
      directory,
      keysFile: keys,
      engine: 'postgres',
      leaveEventStoreDb: false,
      migrations: [...MIGRATIONS, Later1790000000001],
      orders: { type: 'contribution.recorded', obey },
    });
  // The files no longer fit the schema when it is gone on with.
  await expect(restored(() => Promise.reject(new Error('the power went')))).rejects.toThrow('the power went');
  expect(await restored(() => Promise.resolve())).toMatchObject({ resumed: true, orders: 10, keyless: 0 });
  await inDatabase(database.url, async (client) => {
    const { rows } = await client.query('SELECT name, purpose FROM people.access');
    expect(rows).toEqual([{ name: 'Guichet', purpose: 'GUICHET' }]);
  });
});

it('takes the directory it is called in', async () => {
  await register.speak(2);
  mkdirSync(directory);
  const before = process.cwd();
  process.chdir(directory);
  try {
    expect(await fil(register.url, 'backup', '.', '--keys', '../keys')).toMatchObject({ code: 0 });
    expect(await fil(register.url, 'backup', '.', '--verify', '--keys', '../keys')).toMatchObject({ code: 0 });
    expect(await fil(register.url, 'backup', '.', '--keys', 'keys')).toMatchObject({ code: 1 });
  } finally {
    process.chdir(before);
  }
});

describe('refuses', () => {
  const refused = (said: RegExp | string) => ({ code: 1, err: expect.stringMatching(said) as string });

  it('a restore into a database that is not empty, and says what it found', async () => {
    await register.speak(2);
    await backup();
    expect(await fil(register.url, 'restore', directory, '--keys', keys)).toMatchObject(
      refused(/not empty.*log\.event/),
    );
  });

  it('to open the register while its restore is not finished', async () => {
    await register.speak(300);
    await backup();
    const second = join(directory, 'tile/entries/001.p/44');
    const whole = readFileSync(second);
    writeFileSync(second, 'x');
    expect(await restore()).toMatchObject(refused('no longer what was written'));
    await expect(openRegister(database.url)).rejects.toThrow('not finished');
    expect(await fil(database.url, 'token', 'list')).toMatchObject(refused('not finished'));
    expect(await fil(database.url, 'backup', join(folder, 'other'), '--without-keys')).toMatchObject(
      refused('not finished'),
    );
    expect(await fil(database.url, 'restore', directory, '--without-keys')).toMatchObject(refused('with other keys'));
    writeFileSync(second, whole);
    expect(await restore()).toMatchObject({ code: 0, out: expect.stringContaining('going on with a restore') });
    expect(await contentsOf(database.url)).toEqual(await contentsOf(register.url));
    const opened = await openRegister(database.url);
    expect(opened!.register.instanceKey).toEqual(register.open.register.instanceKey);
    await opened!.close();
  });

  it('the keys inside the backup, in the place of another file, or not named', async () => {
    mkdirSync(directory);
    writeFileSync(keys, 'something of mine\n');
    expect(await fil(register.url, 'backup', directory, '--keys', join(directory, 'keys'))).toMatchObject(
      refused('cannot be inside'),
    );
    expect(await backup()).toMatchObject(refused('not written over'));
    expect(readFileSync(keys, 'utf8')).toBe('something of mine\n');
    expect(await fil(register.url, 'backup', directory)).toMatchObject({ code: 2 });
    expect(await fil(register.url, 'backup', directory, '--keys', keys, '--without-keys')).toMatchObject({ code: 2 });
  });

  it('a directory that holds something else, and leaves it alone', async () => {
    mkdirSync(join(directory, 'tile'), { recursive: true });
    writeFileSync(join(directory, 'tile', 'mine'), 'kept');
    expect(await backup()).toMatchObject(refused('something else'));
    expect(readFileSync(join(directory, 'tile', 'mine'), 'utf8')).toBe('kept');
  });

  it('to add to the backup of another history of the same register', async () => {
    await register.speak(300);
    await backup();
    const { size } = manifest();
    await restore();
    await register.speak(20);
    await backup();
    const fork = await TestRegister.on(database.url, () => Promise.resolve());
    expect(await fil(database.url, 'backup', directory, '--keys', keys)).toMatchObject(refused('not the beginning'));
    for (let n = 0; n < 30; n++) {
      await fork.append(`contribution-6d4b0f0e-0000-4000-8000-0000000000${10 + n}`, [
        fact(contributionRecorded, toRecordedEvent((await fork.store.readAll(0, 1))[0]!).data as never, {}),
      ]);
    }
    expect(await fork.store.size()).toBe(size + 30);
    expect(await fil(database.url, 'backup', directory, '--keys', keys)).toMatchObject(refused('not the beginning'));
    await fork.close();
    expect(manifest().size).toBe(320);
  });

  it('to copy a log that is damaged', async () => {
    await register.speak(600);
    await backup();
    const before = manifest();
    await inDatabase(register.url, async (client) => {
      await client.query('ALTER TABLE log.event DISABLE TRIGGER immutable');
      await client.query(`UPDATE log.event SET entry = entry || '\\x20' WHERE idx = 300`);
    });
    expect(await backup()).toMatchObject(refused('damaged between entries 256 and 511'));
    expect(manifest()).toEqual(before);
    expect(await fil(register.url, 'backup', directory, '--verify')).toMatchObject({ code: 0 });
  });
});

describe('verifies', () => {
  const verify = () => fil(database.url, 'backup', directory, '--verify', '--keys', keys);

  it.each([
    ['an entry', () => fileOf('tile'), /tile\/entries\/000: the file is no longer/],
    ['an opening', () => fileOf('beside', 1), /beside\/001-[0-9a-f]{16}: the file is no longer/],
    [
      'a token',
      () => join(directory, manifest().tables['people.api_token']!.file),
      /tables\/people\.api_token-[0-9a-f]{16}\.jsonl: the file is no longer/,
    ],
    ['the file of the keys', () => keys, /keys: the file was cut short or changed/],
  ])('%s that was changed', async (_, file, said) => {
    await register.speak(300);
    await backup();
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('300 entries') });
    const path = file();
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringMatching(said) });
    expect(await restore()).toMatchObject({ code: 1, err: expect.stringMatching(said) });
  });

  it('keys that were cut short, and a file that is gone', async () => {
    await register.speak(300);
    await backup();
    rmSync(fileOf('tile', 1));
    rmSync(fileOf('beside'));
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('the file is missing') });
    expect(await backup()).toMatchObject({ code: 0, out: expect.not.stringContaining('erased') });
    expect(await verify()).toMatchObject({ code: 0 });
    const lines = readFileSync(keys, 'utf8').trimEnd().split('\n');
    writeFileSync(keys, lines.slice(0, -1).join('\n'));
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('cut short') });
    appendFileSync(keys, '\n');
    expect(statSync(keys).mode & 0o777).toBe(0o600);
  });
});
