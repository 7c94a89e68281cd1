/** A backup whose files are all as its manifest says, but were not written by a register: nothing of it gets in unseen. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideIn, entriesIn } from '@fil/log/backup/bundle-bytes';
import { manifestBytes, type Manifest } from '@fil/log/backup/manifest';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { fil } from './fil';
import { inDatabase, SpokenRegister } from './spoken-register';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'fil-forged-'));
const [directory, keys] = [join(folder, 'backup'), join(folder, 'keys')];
const MANIFEST = join(directory, 'manifest.json');
const ENTRIES = 'tile/entries/000.p/40';
let manifest: Manifest;
let entries: Buffer;
let beside: { readonly name: string; readonly bytes: Buffer };
let database: TestDatabase;

beforeAll(async () => {
  const register = await SpokenRegister.begin();
  await register.speak(38);
  const field = { event: register.firstEvents[0]!, path: '/title' };
  for (const person of register.people.slice(0, 2)) await register.order(person, field, 'Vu au guichet');
  await fil(register.url, 'backup', directory, '--keys', keys);
  await register.close();
  manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  entries = readFileSync(join(directory, ENTRIES));
  const name = Object.keys(manifest.files).find((file) => file.startsWith('beside/'))!;
  beside = { name, bytes: readFileSync(join(directory, name)) };
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  writeFileSync(join(directory, ENTRIES), entries);
  writeFileSync(MANIFEST, manifestBytes(manifest));
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const bundle = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.flatMap((bytes) => [Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]));

/** Replaces a file and everything the manifest says of it. */
function forge(name: string, bytes: Buffer): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const renamed = name.startsWith('beside/') ? `beside/000-${sha256.slice(0, 16)}` : name;
  writeFileSync(join(directory, renamed), bytes);
  const files = { ...manifest.files };
  delete files[name];
  files[renamed] = { bytes: bytes.length, sha256 };
  writeFileSync(MANIFEST, manifestBytes({ ...manifest, files }));
}

const changed = (change: (all: Buffer[]) => Buffer[]): Buffer => bundle(change(entriesIn('', entries, 0)));
const replaced = (from: string, to: string) => (all: Buffer[]) =>
  all.map((bytes, n) => (n === 3 ? Buffer.from(bytes.toString().replace(from, to)) : bytes));

it.each<[string, () => void, RegExp]>([
  [
    'two entries in each other’s place',
    () =>
      forge(
        ENTRIES,
        changed(([first, second, ...rest]) => [second!, first!, ...rest]),
      ),
    /000\.p\/40, entry 0: this is revision 2 of \S+, 1 was expected|entry 0: what is kept beside it/,
  ],
  [
    'one entry twice',
    () =>
      forge(
        ENTRIES,
        changed((all) => [...all.slice(0, 39), all[0]!]),
      ),
    /entry 39/,
  ],
  [
    'an entry that is not canonical',
    () => forge(ENTRIES, changed(replaced('{"actor"', '{ "actor"'))),
    /000\.p\/40, entry 3: this is not an entry in canonical form/,
  ],
  [
    'an entry of another register',
    () => forge(ENTRIES, changed(replaced('demo.invalid/test', 'demo.invalid/tset'))),
    /entry 3: this entry is of another register/,
  ],
  [
    'an entry less',
    () =>
      forge(
        ENTRIES,
        changed((all) => all.slice(0, 39)),
      ),
    /holds 39 entries instead of 40/,
  ],
  ['a bundle cut short', () => forge(ENTRIES, entries.subarray(0, -1)), /entry 39: the file ends in the middle/],
  [
    'openings of other entries',
    () => forge(beside.name, Buffer.concat([beside.bytes.subarray(beside.bytes.length >> 1), beside.bytes])),
    /beside\/000-[0-9a-f]{16}/,
  ],
  [
    'other words of an office',
    () => forge(beside.name, Buffer.from(beside.bytes.toString('latin1').replace('Vu au', 'Nu au'), 'latin1')),
    /beside\/000-[0-9a-f]{16}, entry 38: what is kept of \/explanation is not what the entry sealed/,
  ],
  [
    'other words of a person',
    () => {
      const bytes = Buffer.from(beside.bytes);
      const sheet = besideIn(beside.name, bytes, 0)[0]!.sheet!;
      sheet[sheet.length - 1]! ^= 1;
      forge(beside.name, bytes);
    },
    /beside\/000-[0-9a-f]{16}, entry 0: what is kept of \/\S+ is not what the entry sealed/,
  ],
  [
    'openings cut short',
    () => forge(beside.name, beside.bytes.subarray(0, -1)),
    /entry 39: the file ends in the middle/,
  ],
  [
    'a file outside the backup',
    () => writeFileSync(MANIFEST, readFileSync(MANIFEST, 'utf8').replaceAll(ENTRIES, 'tile/entries/../../../keys')),
    /manifest\.json: this is not the manifest of a backup/,
  ],
  [
    'a later format',
    () => writeFileSync(MANIFEST, readFileSync(MANIFEST, 'utf8').replace('"format":1', '"format":2')),
    /format 2, later than this version/,
  ],
  [
    'a schema this version does not know',
    () =>
      writeFileSync(
        MANIFEST,
        manifestBytes({ ...manifest, migrations: [...manifest.migrations, 'Later1790000000001'] }),
      ),
    /made by a later version .*Later1790000000001/,
  ],
])('refuses %s, and names it', async (_, forgery, said) => {
  forgery();
  const restored = await fil(database.url, 'restore', directory, '--keys', keys);
  expect(restored).toMatchObject({ code: 1, err: expect.stringMatching(said) });
  // Not even the entries before it, which stand in the same stretch.
  await inDatabase(database.url, async (client) => {
    const { rows: there } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('log.event') IS NOT NULL AS there`,
    );
    if (!there[0]!.there) return;
    const { rows } = await client.query<{ entries: number }>('SELECT count(*)::integer AS entries FROM log.event');
    expect(rows).toEqual([{ entries: 0 }]);
  });
});
