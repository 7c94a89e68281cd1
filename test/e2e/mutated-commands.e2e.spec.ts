/** Every operation of the API, with everything that can be wrong with one value of its body. */
import { Api } from './api';
import { prepareCommands, type Ground } from './commands';
import { mutationsOf } from './mutations';
import { faultsOfProblem } from './problem';
import { startApp, type RunningApp } from './running-app';

let running: RunningApp;
let api: Api;
let ground: Ground;
let quietSize: number;
beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  ground = await prepareCommands(api);
}, 60_000);
afterAll(() => running.close());

const AT_ONCE = 8;
/** One mutation of so many is tried; a prime, so that each way to be wrong comes up in each place sooner or later. */
const STRIDE = 5;

async function inParallel<T>(items: readonly T[], work: (item: T, n: number) => Promise<void>): Promise<void> {
  const rest = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [n, item] of rest) await work(item, n);
    }),
  );
}

it('refuses every mutation of every command with a clear problem, in the reader’s language, and writes nothing', async () => {
  quietSize = await running.logSize();
  const every = ground.commands.flatMap(({ path, body, headers }) =>
    mutationsOf(body as never)
      // The content of a draft is kept as it is typed; what it lacks is told when it is read.
      .filter(({ name }) => path !== 'drafts' || !name.startsWith('/content'))
      .map((mutation) => ({ path, headers, ...mutation })),
  );
  // Every field of every command, and every way to be wrong somewhere: all of them together would take many minutes.
  const cases = every.filter((_, n) => n % STRIDE === 0);
  expect(cases.length).toBeGreaterThan(1_500);
  const faults: string[] = [];
  await inParallel(cases, async ({ path, headers, name, body }, n) => {
    const language = n % 2 === 0 ? 'fr' : 'en';
    const response = await api.post(path, body, { ...headers, language });
    faults.push(...faultsOfProblem(response, language).map((fault) => `${path} ${name}: ${fault}`));
  });
  expect(faults).toEqual([]);
  expect(await running.logSize()).toBe(quietSize);
}, 120_000);

it('has a command for every operation that the API describes', async () => {
  const { body } = await api.get('/api/v1/openapi.json');
  const posts = Object.entries(body.paths as Record<string, object>).filter(([, methods]) => 'post' in methods);
  const without = posts.filter(([path]) => {
    const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    return !ground.commands.some((command) => pattern.test(`/api/v1/${command.path}`));
  });
  expect(posts.length).toBeGreaterThan(100);
  expect(without.map(([path]) => path)).toEqual([]);
});

// Shows that in each case above the mutation was the only thing wrong.
it('records each of these commands when nothing is wrong with it', async () => {
  const answers: string[] = [];
  for (const { path, body, headers, status: expected = 201 } of ground.commands) {
    const { status, text } = await api.post(path, body, headers);
    if (status !== expected) answers.push(`${path}: ${status} ${text}`);
  }
  expect(answers).toEqual([]);
});
