/** Erased words are nowhere to be read, and the log is byte for byte what it was. */
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Api } from './api';
import { eventually } from './eventually';
import { projectionsInStep } from './projections';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
beforeAll(async () => {
  running = await startApp();
  anybody = new Api(running);
  api = anybody.as({ token: (await running.token({ body: 'voirie' })).token });
});
afterAll(() => running.close());

jest.setTimeout(180_000); // every address there is, with every word, twice

/** Words nobody else uses, one per field. */
const WORDS = {
  title: 'zinzolin',
  text: 'tarabiscoter',
  signature: 'Philibertine',
  place: 'coquecigrue',
  extract: 'calembredaine',
  contest: 'rodomontade',
};
const EVERY = Object.values(WORDS);
/** A word that nobody wrote. */
const NOBODYS = 'salmigondis';

/** Whatever the public can read about it, over the API and in pages. */
async function publicAnswers(contribution: string, consultation: string): Promise<Map<string, string>> {
  const { body } = await anybody.get('/api/v1/openapi.json');
  const paths = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    'get' in methods ? [path] : [],
  );
  expect(paths.length).toBeGreaterThan(3);
  const json = paths.flatMap((path) => {
    if (!path.includes('{')) return [path, ...EVERY.map((word) => `${path}?q=${word}`)];
    return [contribution, consultation].map((id) => path.replace(/\{[^}]+\}/, id));
  });
  const pages = [
    ...[
      '/',
      '/contributions',
      '/demarches',
      '/sans-reponse',
      `/contributions/${contribution}`,
      `/demarches/${consultation}`,
    ],
    ...EVERY.map((word) => `/contributions?q=${word}`),
  ].flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}lang=en`]);
  const answers = new Map<string, string>();
  for (const path of [...json, ...pages]) {
    const { status, text } = await anybody.get(path);
    expect({ path, status: status < 500 }).toEqual({ path, status: true });
    answers.set(path, (await isEcho(path, text)) ? '' : text);
  }
  return answers;
}

/** Whether an answer to a question repeats the reader's own word and nothing more: so is a word answered that nobody wrote. */
async function isEcho(path: string, text: string): Promise<boolean> {
  const word = /[?&]q=([a-zA-Z]+)/.exec(path)?.[1];
  if (word === undefined) return false;
  const control = await anybody.get(path.replace(word, NOBODYS));
  return text.replaceAll(word, '…') === control.text.replaceAll(NOBODYS, '…');
}

const showing = (answers: Map<string, string>, word: string): string[] =>
  [...answers].filter(([, text]) => text.includes(word)).map(([path]) => path);

it('takes every word of hers out of every public answer, and changes no entry', async () => {
  const { consultation } = await foundTown(api);
  const { body: recorded } = await api.record(
    'contributions',
    depositIn(consultation, {
      title: { fr: `Un kiosque ${WORDS.title}` },
      text: { fr: `Cessez de ${WORDS.text} la place.` },
      signature: WORDS.signature,
      place: `Devant la ${WORDS.place}`,
    }),
  );
  const id = recorded.stream as string;
  await api.record(`contributions/${id}/admissions`, {});
  await api.record(`contributions/${id}/points`, { point: 1, extract: { fr: `une ${WORDS.extract}` } });
  const answer = await api.record(`contributions/${id}/outcomes`, {
    outcome: 'considered',
    decidedBy: 'adjointe',
    justification: { fr: 'Le kiosque sera repeint.' },
  });
  const contest = {
    event: answer.body.events[0].id,
    what: 'outcome',
    text: { fr: `Quelle ${WORDS.contest} !` },
    authorKey: recorded.authorKey,
  };
  await api.record(`contributions/${id}/contests`, contest, { token: undefined });
  await projectionsInStep(running);

  const before = await publicAnswers(id, consultation);
  const shown = EVERY.filter((word) => showing(before, word).length > 0);
  expect(shown).toEqual(expect.arrayContaining([WORDS.title, WORDS.text]));
  const thread = `/api/v1/contributions/${id}`;
  expect(showing(before, WORDS.text)).toContain(thread);
  expect(showing(before, WORDS.text)).toContain(`/contributions/${id}`);
  expect(showing(before, WORDS.text).some((path) => path.startsWith('/api/v1/contributions?q='))).toBe(true);
  const entries = await running.register.store.readAll(0, 10_000);

  const order = await api.record('erasures', {
    target: id,
    wholeSubject: true,
    ground: 'subjectRequest',
    office: 'voirie',
    explanation: { fr: 'Demande reçue ce jour' },
  });
  await eventually('the erasure', async () =>
    (await running.register.store.readStream(order.body.stream as string))
      .map(toRecordedEvent)
      .find(({ type }) => type === 'erasure.carriedOut/1'),
  );
  await projectionsInStep(running);

  const after = await publicAnswers(id, consultation);
  for (const word of EVERY) expect({ word, stillShownBy: showing(after, word) }).toEqual({ word, stillShownBy: [] });
  // What was answered to her is not hers: it stays.
  expect(after.get(thread)).toContain('Le kiosque sera repeint.');
  expect(after.get(thread)).toMatch(/"erased":\s*true|"state":\s*"erased"|effac/);
  expect((await running.register.store.readAll(0, entries.length)).map(({ bytes }) => bytes.toString('hex'))).toEqual(
    entries.map(({ bytes }) => bytes.toString('hex')),
  );

  // Nor are they anywhere in the database, but for the tokens of nobody.
  const { rows } = await running.register.pool.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('views', 'vault', 'log', 'processes')`,
  );
  for (const { name } of rows) {
    const { rows: found } = await running.register.pool.query<{ found: string }>(
      `SELECT t::text AS found FROM ${name} t`,
    );
    for (const word of EVERY) {
      const hex = Buffer.from(word).toString('hex');
      expect(found.filter((row) => row.found.includes(word) || row.found.includes(hex)).length).toBe(0);
    }
  }

  const late = await api.post(`contributions/${id}/points`, { point: 2, extract: { fr: 'encore' } });
  expect(late.status).toBe(410);
  const key = await api.post(
    `contributions/${id}/withdrawals`,
    { authorKey: recorded.authorKey },
    { token: undefined },
  );
  expect(key.status).toBe(410);
});
