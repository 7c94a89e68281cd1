import { Writable } from 'node:stream';
import { JOB_MIGRATIONS } from '@fil/log/jobs/migrations/job-migrations';
import { JobTableQueue } from '@fil/log/jobs/table/job-table-queue';
import { migrate } from '@fil/log/postgres/migrate';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { MIGRATIONS } from '../../composition/migrations';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('fr', into('out'), into('err')));
  return { code, ...said };
}

describe('fil jobs', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeEach(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
    await migrate(database.url, [...new Set([...MIGRATIONS, ...JOB_MIGRATIONS])]);
    await fil('init', '--authority', '21750001600019', '--origin', 'paris.example.fr');
    pool = new Pool({ connectionString: database.url, max: 1 });
    await new JobTableQueue().add(pool, [
      { name: 'remind', key: 'remind/1', lane: 'one' },
      { name: 'remind', key: 'remind/2' },
      { name: 'remind', key: 'remind/3', lane: 'one' },
      { name: 'remind', key: 'remind/4' },
    ]);
    await pool.query(`UPDATE processes.job SET failed_at = now(), attempts = 14, last_error = 'Error: no relay'
                      WHERE key < 'remind/3'`);
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    await pool.end();
    await database.drop();
  });

  it('lists what has failed and why, and how much is left to do', async () => {
    const { code, out, err } = await fil('jobs', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(/remind\/1 +remind +14 +20\S+Z +1 +Error: no relay/);
    expect(out).toMatch(/remind\/2 +remind +14 +20\S+Z +0 +Error: no relay/);
    expect(out).not.toContain('remind/3');
    expect(err).toMatch(/En échec\s: 2\s; à faire\s: 1\s; plus tard\s: 0\s; retenues\s: 1/);
  });

  it('gives another chance to one, then to all', async () => {
    expect(await fil('jobs', 'retry', 'remind/1')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/relancées\s: 1/),
    });
    expect((await fil('jobs', 'list')).out).not.toContain('remind/1');
    expect(await fil('jobs', 'retry', '--all')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/relancées\s: 1/),
    });
    const { rows } = await pool.query('SELECT DISTINCT attempts, failed_at FROM processes.job');
    expect(rows).toEqual([{ attempts: 0, failed_at: null }]);
  });

  it('says which key no failed job has, and what it needs', async () => {
    expect(await fil('jobs', 'retry', 'remind/3')).toMatchObject({ code: 1, err: expect.stringContaining('remind/3') });
    expect((await fil('jobs', 'retry')).code).toBe(2);
    expect((await fil('jobs', 'retry', 'remind/1', '--all')).code).toBe(2);
  });
});
