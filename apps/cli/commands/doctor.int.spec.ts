import { Writable } from 'node:stream';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import type { Language } from '@fil/ui/language';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

async function fil(language: Language, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal(language, into('out'), into('err')));
  return { code, ...said };
}

describe('fil doctor', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    delete process.env['FIL_DATE'];
    await database.drop();
  });
  const init = () => fil('fr', 'init', '--authority', '21750001600019', '--origin', 'paris.example.fr');

  it('says what is to be seen to and what to do, in the language of whoever asks', async () => {
    await init();
    const french = await fil('fr', 'doctor');
    expect(french.code).toBe(4);
    expect(french.out).toContain(
      'Registre\n  [bien] Registre « paris.example.fr »\n      Collectivité : SIRET 21750001600019\n',
    );
    expect(french.out).toMatch(/\[à voir\] names \(v\d+\) : n’a jamais été préparée\n {4}→ Démarrez le programme/);
    expect(french.out).toMatch(/\nDéfauts : 0 ; à voir : \d+\.\n$/);
    const english = await fil('en', 'doctor', '--deep');
    expect(english.out).toMatch(/\[warning\] names \(v\d+\): has never been made\n {4}→ Start the program/);
  });

  it('answers a machine, and tells a fault from a warning by its exit code', async () => {
    process.env['FIL_DATE'] = 'x';
    const warned = await fil('fr', 'doctor', '--json');
    expect(warned.code).toBe(4);
    const { status, parts } = JSON.parse(warned.out) as {
      status: string;
      parts: { part: string; status: string; findings: { code: string; title: { en: string } }[] }[];
    };
    expect([status, parts.map(({ part }) => part)]).toEqual([
      'warning',
      ['settings', 'machine', 'postgresql', 'clock', 'schema'],
    ]);
    expect(parts[0]!.findings[1]).toMatchObject({
      code: 'settings.unknown',
      title: { en: expect.stringContaining('FIL_DATE') },
    });
    process.env['PORT'] = 'abc';
    try {
      expect(await fil('fr', 'doctor', '--json')).toMatchObject({
        code: 5,
        out: expect.stringContaining('"settings.unfit"'),
      });
    } finally {
      delete process.env['PORT'];
    }
  });
});
