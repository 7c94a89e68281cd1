/** What is asked for as known on a day is answered as of that day, or refused: never as of today. */
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let town: Town;

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'conseil' })).token });
  town = await foundTown(api);
}, 60_000);
afterAll(() => running.close());

/** What these need beside the day. */
const QUESTIONS: Readonly<Record<string, string>> = { '/api/v1/reports/draft': '&consultation=' };
/** What was signed or computed once and never changes, and what is about the register itself. */
const OF_NO_DAY = /^\/(?:log|metrics|health|ready)|^\/api\/v1\/(?:drafts|log|registry|openapi)/;

it('every question says in its description whether it can be asked as known on a day, and refuses it otherwise', async () => {
  const { paths } = (await api.get('openapi.json')).body as {
    paths: Record<string, { get?: { parameters?: { name: string }[] } }>;
  };
  const described: string[] = [];
  const wrong: string[] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || OF_NO_DAY.test(path)) continue;
    const supported = get.parameters?.some(({ name }) => name === 'asKnownOn') ?? false;
    if (supported) described.push(path);
    if (path.includes('{')) continue;
    const answer = await api.get(
      `${path}?asKnownOn=2020-01-01${QUESTIONS[path] ? QUESTIONS[path] + town.consultation : ''}`,
    );
    const problem = String(answer.body.type ?? '');
    if (supported ? answer.status !== 200 : answer.status !== 400 || !problem.includes('asKnownOn.unsupported'))
      wrong.push(`${path}: ${answer.status} ${problem}`);
  }
  expect(wrong).toEqual([]);
  expect(described.sort()).toEqual([
    '/api/v1/authorities/{id}',
    '/api/v1/commitments/{id}',
    '/api/v1/committees/{id}',
    '/api/v1/consultations/{id}',
    '/api/v1/contributions/{reference}',
    '/api/v1/decisions/{id}',
    '/api/v1/encounters/{id}',
    '/api/v1/evaluations/{id}',
    '/api/v1/guarantors/{id}',
    '/api/v1/timeline',
    '/api/v1/timeline.csv',
  ]);
});

it('the refusal is in the language of the reader', async () => {
  const path = `deadlines?asKnownOn=2020-01-01&consultation=${town.consultation}`;
  const [french, english] = [await api.get(path, { language: 'fr' }), await api.get(path, { language: 'en' })];
  expect([french.status, french.body.detail]).toEqual([400, expect.stringContaining('retirez « asKnownOn »')]);
  expect(english.body.detail).toContain('remove "asKnownOn"');
});
