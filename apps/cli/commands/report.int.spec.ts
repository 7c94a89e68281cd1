import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { tellStory, type Story } from '../../../test/register/story';
import { TestRegister } from '../../../test/register/test-register';
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

describe('fil report', () => {
  let database: TestDatabase;
  let register: TestRegister;
  let story: Story;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
    await fil('init', '--authority', '21750001600019', '--origin', 'paris.example.fr');
    register = await TestRegister.on(database.url, database.drop);
    story = await tellStory(register);
  });
  afterAll(async () => {
    delete process.env['DATABASE_URL'];
    await register.close();
  });

  it('draft computes the data of a scope at a size, byte for byte what it says the hash of', async () => {
    const { code, out, err } = await fil('report', 'draft', '--consultation', story.consultation, '--size', '60');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'fil-report/1', cut: { size: 60 } });
    expect(err).toContain(createHash('sha256').update(out).digest('hex'));
  });

  it('draft refuses a size that is not reached, and ids of something else', async () => {
    expect(await fil('report', 'draft', '--size', '1000000')).toMatchObject({
      code: 1,
      err: expect.stringContaining('n’existe pas encore'),
    });
    expect(await fil('report', 'draft', '--authority', story.consultation)).toMatchObject({ code: 2 });
  });

  it('check computes every version again and answers with its exit code', async () => {
    const report = (await register.store.readAll(0, 10_000)).find(({ stream }) => stream.startsWith('report-'))!;
    const { code, out } = await fil('report', 'check', report.stream);
    expect([code, out.match(/\[bien\]/g)]).toEqual([0, ['[bien]', '[bien]']]);
    expect(await fil('report', 'check', story.consultation)).toMatchObject({ code: 1 });
  });
});
