import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('fr', into('out'), into('err')));
  return { code, ...said };
}

describe('fil log', () => {
  let database: TestDatabase;
  let server: EventStoreDbTestServer;
  beforeEach(async () => {
    database = await createTestDatabase();
    server = await EventStoreDbTestServer.start();
    process.env['DATABASE_URL'] = database.url;
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    delete process.env['EVENTSTORE_URL'];
    server.stop();
    await database.drop();
  });
  const init = () => fil('init', '--authority', '21750001600019', '--origin', 'paris.example.fr');

  it('compares, refuses the event before which the log stands still, and compares again', async () => {
    process.env['EVENTSTORE_URL'] = server.url;
    expect((await init()).code).toBe(0);
    expect(await fil('log', 'reconcile')).toMatchObject({ code: 0, err: expect.stringMatching(/écarts : 0/) });
    const id = randomUUID();
    const event = { id, type: 'noted', contentType: 'application/json', metadata: Buffer.of() };
    server.log.append('elsewhere', 'no_stream', [{ ...event, data: Buffer.from('{}') }]);

    const other = randomUUID();
    const refused = async (wanted: string) => fil('log', 'refuse', wanted, '--reason', 'Écrit à la main.');
    let wrong = await refused(other);
    for (const limit = performance.now() + 30_000; !wrong.err.includes(id) && performance.now() < limit;) {
      await sleep(100);
      wrong = await refused(other);
    }
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('devant un autre') });
    expect(await refused(id)).toMatchObject({ code: 0, out: expect.stringMatching(/log-[0-9a-f-]{36}/) });
    expect(await refused(id)).toMatchObject({ code: 1, err: expect.stringContaining('n’est pas arrêté') });
    expect(await fil('log', 'reconcile')).toMatchObject({ code: 0, err: expect.stringMatching(/refusés : 1/) });

    const pool = new Pool({ connectionString: database.url, max: 1 });
    await pool.query('ALTER TABLE log.passed_over DISABLE TRIGGER immutable; DELETE FROM log.passed_over');
    await pool.end();
    expect(await fil('log', 'reconcile')).toMatchObject({
      code: 1,
      out: expect.stringMatching(new RegExp(`absent du registre +${id} +elsewhere +1`)),
    });
  }, 120_000);

  it('has nothing to do where the events stand in PostgreSQL, and says what it needs', async () => {
    await init();
    expect(await fil('log', 'reconcile')).toMatchObject({ code: 1, err: expect.stringContaining('EVENTSTORE_URL') });
    expect((await fil('log', 'refuse', 'this', '--reason', 'x')).code).toBe(2);
    expect((await fil('log', 'refuse', randomUUID())).code).toBe(2);
    expect((await fil('log', 'reconcile', '--after', 'x')).code).toBe(2);
  }, 60_000);
});
