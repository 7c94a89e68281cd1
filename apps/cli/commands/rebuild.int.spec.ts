import { Writable } from 'node:stream';
import { eventually } from '../../../test/e2e/eventually';
import { admission, deposit, newContribution } from '../../../test/register/counting';
import { TestRegister } from '../../../test/register/test-register';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import type { Language } from '@fil/ui/language';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { THREAD } from '@fil/views/thread/thread.projection';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

async function say(language: Language, words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal(language, into('out'), into('err')));
  return { code, ...said };
}
const fil = (...words: string[]) => say('fr', words);
const filInEnglish = (...words: string[]) => say('en', words);

/** Of all projections, as the command lists them. */
const NAMES = VIEW_PROJECTIONS.map(({ name }) => name).join(', ');

describe('fil rebuild, fil projections', () => {
  let database: TestDatabase;
  let register: TestRegister;

  beforeEach(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
    await fil('init', '--authority', '21750001600019', '--origin', 'paris.example.fr');
    register = await TestRegister.on(database.url, database.drop);
    for (let n = 0; n < 10; n++) {
      const stream = newContribution();
      await register.append(stream, [deposit(`Banc ${n}`), admission()], { person: stream });
    }
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    await register.close();
  });

  it('makes one projection anew, or all of them', async () => {
    expect(await fil('rebuild', 'thread')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^thread\s: refaite, 20 événements en \d+,\d\ss \(/),
    });
    const { code, out } = await filInEnglish('rebuild', '--all');
    expect(code).toBe(0);
    expect(out.match(/made anew, 20 events/g)).toHaveLength(VIEW_PROJECTIONS.length);
    const { rows } = await register.pool.query(
      'SELECT DISTINCT size FROM views.projection WHERE rebuilt_at IS NOT NULL',
    );
    expect(rows).toEqual([{ size: '20' }]);
  });

  it('says what there is when nothing fits', async () => {
    expect(await fil('rebuild', 'fils')).toMatchObject({
      code: 2,
      err: expect.stringMatching(new RegExp(`inconnue\\s: fils\\. Il y a\\s: ${NAMES}\\.`)),
    });
    expect(await filInEnglish('rebuild', 'fils')).toMatchObject({
      code: 2,
      err: expect.stringContaining(`There are: ${NAMES}.`),
    });
    expect((await fil('rebuild')).code).toBe(2);
    expect((await fil('rebuild', 'thread', '--all')).code).toBe(2);
  });

  it('is stopped by Ctrl-C, says so, and goes on', async () => {
    const readAll = jest.spyOn(Object.getPrototypeOf(register.store) as typeof register.store, 'readAll');
    readAll.mockImplementationOnce((after) => {
      process.emit('SIGINT');
      return register.store.readAll(after, 4);
    });
    const stopped = await fil('rebuild', 'thread', 'search');
    expect(stopped).toMatchObject({ code: 130, err: expect.stringMatching(/thread\s: arrêté à 4 événements/) });
    expect(stopped.out).toBe('');
    expect((await fil('projections')).out).toMatch(/^thread +2 +actuelle +0 +20 +1 +0 +— +4 +—$/m);
    const again = await fil('rebuild', 'thread');
    expect(again).toMatchObject({ code: 0, err: expect.stringMatching(/suite de la copie.*à 4 événements/) });
    expect(again.out).toContain('refaite, 16 événements');
    readAll.mockRestore();
  });

  it('is refused while another is under way', async () => {
    const other = await register.pool.connect();
    await other.query(`SELECT pg_advisory_lock(hashtext('views_rebuild'), hashtext('thread'))`);
    expect(await fil('rebuild', 'thread')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/thread\s: une autre commande est en train/),
    });
    other.release(true);
  });

  it('lists the versions, and drops an old one once nobody reads it', async () => {
    const old = { ...THREAD, version: 0 };
    const runner = register.runner([old, THREAD]);
    await runner.prepare();
    await runner.catchUp();
    const reader = new ReadYourWrites(register.pool, register.store);
    await reader.announce([old]);
    const listed = await fil('projections', 'list');
    expect(listed.out).toMatch(/^thread +2 +actuelle +20 +0 +\d+ +0 +— +— +—$/m);
    expect(listed.out).toMatch(/^thread +0 +ancienne +20 +0 +\d+ +1 +— +— +—$/m);
    expect(await fil('projections', 'drop-old')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/thread 0\s: des processus la lisent encore \(1\)/),
    });
    expect((await fil('projections', 'drop-old', 'nothing')).code).toBe(2);
    await reader.close();
    // PostgreSQL finds the connection gone a moment later.
    const dropped = await eventually('the version dropped', async () => {
      const { code, out } = await filInEnglish('projections', 'drop-old', 'thread');
      return code === 0 && out;
    });
    expect(dropped).toBe('thread 0: dropped.\n');
    expect((await filInEnglish('projections', 'drop-old')).out).toBe('No older version.\n');
    const { rows } = await register.pool.query(
      `SELECT tablename FROM pg_tables WHERE tablename LIKE 'thread%' ORDER BY 1`,
    );
    expect(rows.map(({ tablename }: { tablename: string }) => tablename)).toEqual(['thread_contribution_v2']);
  });
});
