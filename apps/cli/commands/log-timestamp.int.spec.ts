import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { newStream, progress, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { describeWithAuthority } from '../../../test/timestamps/describe-with-authority';
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
let database: TestDatabase;
const kept = process.env['FIL_DATA'];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fil-timestamp-'));
  database = await createTestDatabase();
  process.env['FIL_DATA'] = join(folder, 'data');
  process.env['DATABASE_URL'] = database.url;
  expect((await fil('init', '--authority', '21750001600019', '--origin', ORIGIN)).code).toBe(0);
});
afterEach(async () => {
  delete process.env['DATABASE_URL'];
  delete process.env['FIL_TSA_URL'];
  process.env['FIL_DATA'] = kept;
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function sign(entries: number): Promise<void> {
  const store = await PostgresEventStore.open(database.url);
  const events = Array.from({ length: entries }, progress);
  await store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events, log: ORIGIN }));
  await store.close();
  expect((await fil('log', 'checkpoint')).code).toBe(0);
}

async function tamper(statement: string): Promise<void> {
  const owner = new Pool({ connectionString: database.url, max: 1 });
  await owner.query(`SET session_replication_role = replica; ${statement}`);
  await owner.end();
}

describeWithAuthority('fil log timestamp', (authority) => {
  it('has published checkpoints stamped, and hands out what anybody verifies with OpenSSL', async () => {
    expect((await fil('log', 'timestamp')).code).toBe(2);
    process.env['FIL_TSA_URL'] = authority().url;
    expect(await fil('log', 'timestamp')).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is signed') });
    await sign(3);
    await sign(4);
    const [last, first] = [await fil('log', 'timestamp'), await fil('log', 'timestamp', '--size', '3')];
    expect(last).toMatchObject({
      code: 0,
      out: expect.stringMatching(/state of 7 entries is stamped: .*, token no\. \d+/),
    });
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('state of 3 entries') });
    expect(await fil('log', 'timestamp', '--size', '5')).toMatchObject({ code: 1, err: expect.stringContaining('5') });
    process.env['FIL_TSA_URL'] = 'http://127.0.0.1:1/';
    expect((await fil('log', 'timestamp')).code).toBe(1);

    const out = join(folder, 'stamps');
    expect((await fil('log', 'timestamp', '--out', out)).code).toBe(0);
    const files = readdirSync(out);
    expect(files).toHaveLength(4);
    for (const size of [3, 7]) {
      const note = readFileSync(join(out, `checkpoint.${size}`));
      const token = files.find((name) => name.startsWith(`checkpoint.${size}.`))!;
      expect(note.toString()).toMatch(new RegExp(`^${ORIGIN}\n${size}\n\\S+\n\n— ${ORIGIN} \\S+\n$`));
      expect(authority().verifies(readFileSync(join(out, token)), note)).toBe(true);
    }
  }, 60_000);
});

it('fil log fsck without a folder checks the tables of the register', async () => {
  await sign(300);
  await sign(5);
  expect(await fil('log', 'fsck')).toMatchObject({ code: 0, out: expect.stringMatching(/305 entries, and 2 signed/) });
  await tamper('UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = 17');
  expect(await fil('log', 'fsck')).toMatchObject({ code: 5, err: expect.stringMatching(/300 entries are not those/) });
}, 60_000);
