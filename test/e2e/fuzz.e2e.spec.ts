/** Every operation the API describes, with random bodies and questions: never a 500, and only what is answered 2xx is written. */
import fc from 'fast-check';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Api } from './api';
import { prepareCommands, type Ground } from './commands';
import { projectionsInStep } from './projections';
import { startApp, type RunningApp } from './running-app';
import { NASTY, shapedLike, type Schema } from './shaped';

let running: RunningApp;
let api: Api;
let ground: Ground;
let description: { paths: Record<string, Record<string, Operation>> };
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  ground = await prepareCommands(api);
  description = (await api.get('/api/v1/openapi.json')).body;
}, 60_000);
afterAll(() => running.close());

const MILLISECONDS = 8_000;
const AT_ONCE = 12;
const PAGES = [
  '/',
  '/contributions',
  '/contributions/{id}',
  '/c/{number}',
  '/demarches',
  '/demarches/{id}',
  '/sans-reponse',
  '/a-propos',
  '/recepisse/{id}',
  '/log/openings/{id}',
  '/x/{id}',
];
const FILTERS = ['q', 'theme', 'outcome', 'progress', 'consultation', 'cursor', 'limit'];
const CODES = ['conseil', 'voirie', 'adjointe', 'nature', 'reseaux', 'ombre', 'plateforme', 'fr'];

/** Written on another object by the command that is answered: the answer names the object that was asked for. */
const SAID_BESIDE = new Set(['consultation.encounterAnnounced/1']);

interface Sent {
  readonly path: string;
  readonly body: unknown;
  readonly key?: string;
  readonly anonymous: boolean;
}

function anyRequest(): fc.Arbitrary<Sent> {
  const known = [...ground.known, ...CODES, ...CODES.map((code) => code.toUpperCase())];
  const operations = Object.entries(description.paths).flatMap(([path, { post }]) => (post ? [{ path, post }] : []));
  expect(operations.length).toBeGreaterThan(30);
  const requests = operations.map(({ path, post }) => {
    const schema = post.requestBody!.content['application/json'].schema;
    const pattern = new RegExp(`^${path.slice('/api/v1/'.length).replace(/\{[^}]+\}/g, '[^/]+')}$`);
    const commands = ground.commands.filter((command) => pattern.test(command.path));
    const address = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...commands.map((command) => `/api/v1/${command.path}`)) },
      { weight: 2, arbitrary: filled(path, fc.constantFrom(...known)) },
      {
        weight: 1,
        arbitrary: filled(
          path,
          fc.constantFrom(...NASTY.filter((text) => text !== '' && text.length < 90 && text.isWellFormed())),
        ),
      },
    );
    const almostRight = fc
      .tuple(
        fc.constantFrom(...commands.map((command) => command.body)),
        // An operation without fields still gets one that it does not know.
        fc.constantFrom('x', ...Object.keys(schema.properties ?? {})),
      )
      .chain(([body, field]) =>
        shapedLike(schema.properties?.[field] ?? {}, known).map((value) => ({ ...body, [field]: value })),
      );
    const body = fc.oneof(
      { weight: 5, arbitrary: almostRight },
      { weight: 5, arbitrary: shapedLike(schema, known) },
      { weight: 2, arbitrary: fc.jsonValue() },
    );
    return fc.record({
      path: address,
      body,
      key: fc.option(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'), { nil: undefined, freq: 3 }),
      anonymous: fc.constantFrom(false, false, false, false, true),
    });
  });
  return fc.oneof(...requests);
}

const filled = (path: string, part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(part, { minLength: 2, maxLength: 2 })
    .map(([id, code]) => path.replace('{id}', encodeURIComponent(id!)).replace('{code}', encodeURIComponent(code!)));

it('answers random bodies without a 500, and writes only what it answers 2xx', async () => {
  let written = await running.logSize();
  const statuses: Record<number, number> = {};
  const send = async ({ path, body, key, anonymous }: Sent): Promise<string[]> => {
    const response = await api.post(path, JSON.stringify(body) ?? '', {
      key,
      ...(anonymous ? { token: undefined } : {}),
    });
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    if (response.status >= 500) throw new Error(`${path}: ${response.status} ${response.text}`);
    if (response.status >= 400) {
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      return [];
    }
    // A draft names what it became in another place than a command does.
    const { events = [], recorded } = response.body as {
      events?: { id: string }[];
      recorded?: { events: string[] } | null;
    };
    return [...events.map(({ id }) => id), ...(recorded?.events ?? [])];
  };
  const requests = fc.array(anyRequest(), { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(requests, async (batch) => {
      const acknowledged = new Set((await Promise.all(batch.map(send))).flat());
      const fresh = (await running.register.store.readAll(written, 10_000)).map(toRecordedEvent);
      written += fresh.length;
      const unanswered = fresh.filter(
        ({ id, type, actor }) => !SAID_BESIDE.has(type) && actor.role !== 'process' && !acknowledged.has(id),
      );
      expect(unanswered).toEqual([]);
    }),
    { numRuns: 100_000, interruptAfterTimeLimit: MILLISECONDS, markInterruptAsFailure: false, endOnFailure: true },
  );
  const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  console.log(`${sent} random commands: ${JSON.stringify(statuses)}`);
  expect(sent).toBeGreaterThan(100);
  // Were none recorded, the second half of the sentence above would not have been tried.
  expect(statuses[201]).toBeGreaterThan(0);
  expect(statuses[422]).toBeGreaterThan(0);
}, 60_000);

it('answers random questions without a 500', async () => {
  const described = Object.entries(description.paths).flatMap(([path, { get }]) =>
    get ? [{ path, names: (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name) }] : [],
  );
  expect(described.length).toBeGreaterThan(3);
  const questions = [...described, ...PAGES.map((path) => ({ path, names: FILTERS }))];
  const text = fc.oneof(
    fc.constantFrom(...NASTY.filter((one) => one.length < 5_000 && one.isWellFormed())),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...ground.known, ...CODES, '1', '-1', '1e9', '2026-01'),
  );
  const asked = fc.oneof(
    ...questions.map(({ path, names }) =>
      fc
        .record({
          query: fc.dictionary(
            names.length > 0 ? fc.constantFrom(...names, 'page', 'lang', 'seen') : fc.constant('lang'),
            text,
          ),
          part: text,
          headers: fc.option(text.map((value) => value.replace(/[^\x20-\x7e]/g, '?'))),
        })
        .map(({ query, part, headers }) => ({
          path: `${path.replace(
            /\{[^}]+\}/g,
            encodeURIComponent(part || 'x')
              .slice(0, 300)
              .replace(/%.?$/, ''),
          )}?${new URLSearchParams(query).toString()}`,
          seen: headers,
        })),
    ),
  );
  await fc.assert(
    fc.asyncProperty(asked, async ({ path, seen }) => {
      const response = await api.get(path, {
        more: seen === null ? {} : { 'fil-seen': seen.trim(), 'accept-language': seen.trim() },
      });
      if (response.status >= 500) throw new Error(`${path}: ${response.status} ${response.text}`);
    }),
    {
      // Once answered 500.
      examples: [
        [{ path: '/contributions?theme=nature&outcome=accepted&progress=done&consultation=x', seen: null }],
        [{ path: '/api/v1/consultations/a%00b', seen: null }],
      ],
      numRuns: 100_000,
      interruptAfterTimeLimit: MILLISECONDS / 2,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
}, 60_000);

it('halts no projection, whatever was recorded', () => projectionsInStep(running));
