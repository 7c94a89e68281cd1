/**
 * A contribution with a word of its own in every sealed field is erased at its author's request. Nobody can read the words
 * then; after `fil erasure purge` they are in no file of the embedded PostgreSQL either, and no entry has changed.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { runFil } from '../../apps/cli/program';
import { Terminal } from '../../apps/cli/terminal/terminal';
import { Api } from '../e2e/api';
import { eventually } from '../e2e/eventually';
import { projectionsInStep } from '../e2e/projections';
import { startApp, type RunningApp } from '../e2e/running-app';
import { depositIn, foundTown } from '../e2e/town';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'fil-purge-'));
const dataDir = join(folder, 'pg18');
let server: EmbeddedPostgres;
let running: RunningApp;

beforeAll(async () => {
  chmodSync(folder, 0o755); // the account of PostgreSQL may be another
  server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', max_wal_size: '64MB' } });
  running = await startApp({ database: { url: server.url, drop: () => server.stop() } });
});
afterAll(async () => {
  await running.close();
  rmSync(realpathSync(dataDir), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Words nobody else uses. */
const WORDS = {
  title: 'zinzolinade',
  text: 'tarabiscotage',
  signature: 'philibertinette',
  contact: 'pimprenelloche',
  place: 'coquecigruelle',
  extract: 'calembredainerie',
  restatement: 'amphigourisme',
  dispute: 'billevesade',
  translation: 'kuddelmuddelei',
  correction: 'embrouillamine',
  shownInstead: 'escampativoste',
  explanation: 'fariboliser',
  appeal: 'rodomontadine',
  draft: 'galimatiasque',
  request: 'salamalequerie',
} as const;
const EVERY = Object.values(WORDS);

function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Which words are in which files of the whole data directory, byte for byte. */
function found(): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const file of filesOf(realpathSync(dataDir))) {
    const bytes = read(file);
    for (const word of EVERY) if (bytes.includes(word)) places.set(word, [...(places.get(word) ?? []), file]);
  }
  return places;
}

/** Files come and go while the server runs. */
function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** @param environment which register it is about */
async function filWith(
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  Object.assign(process.env, environment);
  try {
    return { code: await runFil(words, new Terminal('en', into('out'), into('err'))), ...said };
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name];
  }
}
const fil = (...words: string[]): ReturnType<typeof filWith> => filWith({ FIL_DATA: folder }, ...words);

/** What a server does by itself in time: pages are written, columns are counted, and somebody's statement fails. */
async function asTimeGoesBy(): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('ANALYZE');
  await client.query('CHECKPOINT');
  await expect(client.query(`SELECT '${WORDS.signature}'::int`)).rejects.toThrow('invalid input syntax');
  await client.end();
}

/** A contribution that went through much, with a word in each of its sealed fields. */
async function speak(api: Api): Promise<{ id: string; authorKey: string }> {
  const { consultation, authority } = await foundTown(api);
  await api.record(`consultations/${consultation}/rules`, { rules: { fr: 'Une charte.' } });
  const { body } = await api.record(
    'contributions',
    depositIn(consultation, {
      title: { fr: `Un kiosque ${WORDS.title}` },
      text: { fr: `Cessez ce ${WORDS.text}.` },
      signature: WORDS.signature,
      author: WORDS.signature,
      contact: { email: `${WORDS.contact}@example.org` },
      place: `Devant la ${WORDS.place}`,
    }),
  );
  const [id, authorKey] = [body.stream as string, body.authorKey as string];
  const at = `contributions/${id}`;
  const event = body.events[0].id as string;
  await api.record(`${at}/points`, { point: 1, extract: { fr: `une ${WORDS.extract}` } });
  await api.record(`${at}/translations`, {
    event,
    path: '/text',
    by: 'person',
    from: 'fr',
    text: { de: WORDS.translation },
  });
  await api.record(`${at}/text-corrections`, {
    field: 'text',
    corrected: { fr: `Cessez cet ${WORDS.correction} et ce ${WORDS.text}.` },
    authorKey,
  });
  const restated = await api.record(`${at}/restatements`, {
    by: 'adjointe',
    text: { fr: `Sans ${WORDS.restatement}.` },
  });
  const restatement = restated.body.events[0].id as string;
  await api.record(`${at}/restatement-disputes`, { restatement, text: { fr: `Quelle ${WORDS.dispute}.` }, authorKey });
  const taken = { decidedBy: 'adjointe', authorTold: 'letter' };
  const inadmissible = { ...taken, rulesVersion: 1, article: 'article-4', reason: { fr: 'Une raison.' } };
  const refused = await api.record(`${at}/inadmissibilities`, inadmissible);
  await api.record(`${at}/appeals`, {
    event: refused.body.events[0].id,
    text: { fr: `Une ${WORDS.appeal}.` },
    authorKey,
  });
  await api.record(`authorities/${authority}/functions`, { function: 'mediatrice', name: { fr: 'Médiatrice' } });
  const appeals = (await running.register.store.readStream(id)).map(toRecordedEvent);
  await api.record(`${at}/appeal-decisions`, {
    appeal: appeals.findLast(({ type }) => type.startsWith('contribution.appealLodged/'))!.id,
    result: 'reversed',
    decidedBy: 'mediatrice',
    authorTold: 'email',
    reason: { fr: 'Elle a raison.' },
  });
  await api.record(`${at}/admissions`, {});
  await api.record(`${at}/redactions`, {
    ...taken,
    event,
    paths: ['/place'],
    shownInstead: [{ fr: `Devant […] ${WORDS.shownInstead}` }],
    ground: 'privacy',
    explanation: { fr: `Pour ne pas ${WORDS.explanation}.` },
  });
  await api.record('drafts', {
    kind: 'contribution.outcome',
    authority,
    object: id,
    content: { outcome: 'considered', decidedBy: 'adjointe', justification: { fr: `Vous dites ${WORDS.draft}.` } },
    preparedBy: 'adjointe',
  });
  return { id, authorKey };
}

it('leaves no word of hers in any file, and every entry as it was', async () => {
  const anybody = new Api(running);
  const { token } = await running.token({ body: 'voirie' });
  const api = anybody.as({ token });
  const { id, authorKey } = await speak(api);
  await projectionsInStep(running);
  await asTimeGoesBy();

  const asked = { what: 'everything', words: { fr: `Trop de ${WORDS.request}.` }, authorKey };
  const { body: request } = await anybody.record(`contributions/${id}/erasure-requests`, asked);
  const again = await anybody.post(`contributions/${id}/erasure-requests`, asked);
  expect([again.status, again.body.stream, again.body.revision]).toEqual([200, request.stream, 1]);
  const wrong = await anybody.post(`contributions/${id}/erasure-requests`, { ...asked, authorKey: 'A'.repeat(20) });
  expect(wrong.status).toBe(403);

  const fields = (await running.register.store.readStream(id)).map(toRecordedEvent).flatMap((event) =>
    Object.keys(event.sealed)
      .filter((path) => path !== CONCEALED_DATA)
      .map((path) => ({ event: event.id, path })),
  );
  const entries = await running.register.store.readAll(0, 10_000);
  const order = { request: request.stream, target: id, wholeSubject: true, fields, ground: 'subjectRequest' };
  await api.record('erasures', { ...order, office: 'voirie' });
  const carriedOut = await eventually('the erasure', async () =>
    (await running.register.store.readStream(request.stream as string))
      .map(toRecordedEvent)
      .find(({ type }) => type === 'erasure.carriedOut/1'),
  );
  expect(carriedOut.data['places']).toEqual(['key', 'openings', 'drafts']);
  await projectionsInStep(running);

  const before = found();
  const spread = [WORDS.title, WORDS.text, WORDS.draft, WORDS.explanation, WORDS.request, WORDS.translation];
  expect([...before.keys()]).toEqual(expect.arrayContaining(spread));
  for (const place of ['pg_wal', 'base', 'server.log'])
    expect([place, [...before.values()].flat().some((file) => file.includes(place))]).toEqual([place, true]);
  expect((await fil('doctor')).out).toContain('the database has not been purged since');
  const purged = await fil('erasure', 'purge', '--wait');
  expect(purged).toMatchObject({ code: 0, out: expect.stringMatching(/Tables written anew.*\n.*\(WAL\) removed: \d/) });
  expect([...found()]).toEqual([]);
  expect((await fil('doctor')).out).not.toContain('purged');

  const kept = await running.register.store.readAll(0, entries.length);
  expect(kept.map(({ bytes }) => leafHash(bytes).toString('hex'))).toEqual(
    entries.map(({ bytes }) => leafHash(bytes).toString('hex')),
  );
  const { body: thread } = await anybody.get(`/api/v1/contributions/${id}`);
  expect(thread).toMatchObject({
    text: { erased: true },
    erasures: [
      {
        id: request.stream,
        standing: 'carriedOut',
        requested: { what: 'everything', by: 'author' },
        ordered: { ground: 'subjectRequest', office: { code: 'voirie' } },
      },
    ],
  });
  expect((await anybody.get(`/contributions/${id}`)).text).toContain('Demande de la personne concernée');
  // The register goes on, and a second purge finds nothing in its way.
  await api.record(`contributions/${id}/outcomes`, {
    outcome: 'considered',
    decidedBy: 'adjointe',
    justification: { fr: 'Une réponse.' },
  });
  const elsewhere = await filWith({ DATABASE_URL: server.url }, 'erasure', 'purge');
  expect(elsewhere).toMatchObject({ code: 0, out: expect.stringContaining('ALTER SYSTEM SET wal_recycle = off') });
  expect(elsewhere.out).not.toContain('removed');
});

it('shows what an office was asked in somebody’s name, and why it refused', async () => {
  const anybody = new Api(running);
  const { token } = await running.token({ body: 'voirie' });
  const api = anybody.as({ token });
  const { body: town } = await anybody.get('/api/v1/consultations');
  const { body: deposited } = await api.record('contributions', depositIn(town.items[0].id as string));
  const target = deposited.stream as string;
  const asked = {
    target,
    what: 'everything',
    office: 'voirie',
    words: { fr: 'Par lettre.' },
    occurredOn: '2026-03-02',
  };
  const { body: request } = await api.record('erasures/requests', asked);
  const refusal = { request: request.stream, target, ground: 'archives', office: 'voirie' };
  expect((await api.record('erasures/refusals', refusal)).body.stream).toBe(request.stream);
  expect((await api.post('erasures', { ...refusal, wholeSubject: true, ground: 'courtOrder' })).status).toBe(409);
  await projectionsInStep(running);

  const { body: list } = await anybody.get(`/api/v1/erasures?target=${target}`);
  expect(list).toMatchObject({
    counts: [{ decided: 'refused', ground: 'archives', count: 1 }],
    items: [{ id: request.stream, target, standing: 'refused', requested: { by: 'office' }, ordered: null }],
    next: null,
  });
  expect(JSON.stringify(list)).not.toContain('Par lettre');
  const { body: first } = await anybody.get('/api/v1/erasures?limit=1');
  const { body: rest } = await anybody.get(`/api/v1/erasures?limit=1&cursor=${first.next}`);
  expect([...first.items, ...rest.items].map(({ standing }: { standing: string }) => standing)).toEqual([
    'refused',
    'carriedOut',
  ]);
  expect((await anybody.get(`/contributions/${target}`)).text).toContain('Demande d’effacement refusée');

  // Of a request that was refused, the words it was made in can go by themselves.
  const words = { event: request.events[0].id, path: '/words' };
  await api.record('erasures', {
    target: request.stream,
    fields: [words],
    ground: 'enteredByMistake',
    office: 'voirie',
  });
});
