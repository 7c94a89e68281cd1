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
  const cases = ground.commands.flatMap(({ path, body }) =>
    mutationsOf(body as never).map((mutation) => ({ path, ...mutation })),
  );
  expect(cases.length).toBeGreaterThan(1_500);
  const faults: string[] = [];
  await inParallel(cases, async ({ path, name, body }, n) => {
    const language = n % 2 === 0 ? 'fr' : 'en';
    const response = await api.post(path, body, { language });
    faults.push(...faultsOfProblem(response, language).map((fault) => `${path} ${name}: ${fault}`));
  });
  expect(faults).toEqual([]);
  expect(await running.logSize()).toBe(quietSize);
}, 120_000);

// Shows that in each case above the mutation was the only thing wrong.
it('records each of these commands when nothing is wrong with it', async () => {
  const answers: string[] = [];
  for (const { path, body } of ground.commands) {
    const { status, text } = await api.post(path, body);
    if (status !== 201) answers.push(`${path}: ${status} ${text}`);
  }
  expect(answers).toEqual([]);
});
