import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { PARIS_SIRET } from '@fil/exchange/paris/import-ids';
import { createTestDatabase, type TestDatabase } from '../../test/postgres/test-database';
import { runFil } from './program';
import { Terminal } from './terminal/terminal';

const SAMPLE = 'libs/exchange/paris/sample';

/** What the command printed, what it said beside, and its exit code. */
async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('fr', into('out'), into('err')));
  return { code, ...said };
}

describe('fil', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
  });
  afterEach(async () => {
    delete process.env['DATABASE_URL'];
    await database.drop();
  });
  const init = (siret = PARIS_SIRET) => fil('init', '--authority', siret, '--origin', 'paris.example.fr');

  it('begins a register once', async () => {
    expect((await init()).code).toBe(0);
    expect((await init()).code).toBe(0);
    const other = await fil('init', '--authority', PARIS_SIRET, '--origin', 'autre.example.fr');
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('paris.example.fr') });
  });

  it.each([
    [['init', '--authority', '21750001600018', '--origin', 'paris.example.fr'], 'SIRET'],
    [['init', '--authority', PARIS_SIRET, '--origin', 'Paris'], 'nom de domaine'],
    [['init'], 'option obligatoire'],
    [['token', 'create', '--name', 'x', '--role', 'pape', '--scope', 'answers'], 'pape'],
    [['inventer'], 'commande inconnue'],
  ])('says what is wrong with %j', async (words, message) => {
    expect(await fil(...words)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('says how to begin when there is no register', async () => {
    expect(await fil('import', 'paris', SAMPLE)).toMatchObject({
      code: 1,
      err: expect.stringContaining('init --authority'),
    });
  });

  it('imports once, reports every remark, and writes nothing the second time', async () => {
    await init();
    const folder = mkdtempSync(join(tmpdir(), 'fil-cli-'));
    const report = join(folder, 'rapport.csv');
    const dry = await fil('import', 'paris', SAMPLE, '--dry-run');
    const first = await fil('import', 'paris', SAMPLE, '--report', report);
    const second = await fil('import', 'paris', SAMPLE);
    expect([dry.code, first.code, second.code]).toEqual([3, 3, 3]);
    expect(dry.out).toContain('94 événements seraient écrits, 0 l’étaient déjà');
    expect(first.out).toContain('94 nouveaux événements, 0 déjà écrits');
    expect(second.out).toContain('0 nouveaux événements, 94 déjà écrits');
    const lines = readFileSync(report, 'utf8').trimEnd().split('\r\n');
    expect(lines.filter((line) => line.startsWith('rejected,'))).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(30);
    rmSync(folder, { recursive: true });
  });

  it('refuses to import Paris into the register of another authority', async () => {
    await init('21440109300015');
    expect(await fil('import', 'paris', SAMPLE)).toMatchObject({
      code: 1,
      err: expect.stringContaining('21440109300015'),
    });
    expect((await fil('import', 'paris', SAMPLE, '--dry-run')).err).toContain('registre vide');
  });

  it('creates a token shown once, lists it without it, and revokes it once', async () => {
    await init();
    const created = await fil(
      'token',
      'create',
      '--name',
      'essai',
      '--role',
      'official',
      '--body',
      'mairie',
      '--scope',
      'answers',
      'decisions',
    );
    expect(created.out).toMatch(/^fil_\S{43}\n$/);
    const { out } = await fil('token', 'list');
    expect(out).toMatch(/essai +official +mairie +answers,decisions/);
    expect(out).not.toContain(created.out.trim());
    const id = /[0-9a-f-]{36}/.exec(created.err)![0];
    expect((await fil('token', 'revoke', id)).code).toBe(0);
    expect((await fil('token', 'revoke', id)).code).toBe(1);
  });
});
