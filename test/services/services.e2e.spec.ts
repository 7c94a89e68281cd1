/** Web, projector and worker as separate programs, two of each: they work together, and each can be lost. */
import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { Product } from '../faults/product';
import { eventually } from '../e2e/eventually';
import { depositIn, foundTown, type Town } from '../e2e/town';
import { TOWN_SIRET } from '../e2e/town-siret';
import { Service, type ServiceName } from './services';

const PATIENCE = 60_000;
/** Words that must stand on pages and in no program's log. */
const WORDS = { title: 'Zinzolin sur la place', author: 'Philibertine', search: 'calembredaine' };

let product: Product;
let database: TestDatabase;
let environment: Record<string, string>;
const services: Service[] = [];
let token: string;
let town: Town;

const all = (name: ServiceName): Service[] => services.filter((one) => one.name === name && !one.process.isOver);
const start = async (name: ServiceName): Promise<Service> => {
  const service = await Service.start(product, name, environment);
  services.push(service);
  return service;
};

async function fil(...words: string[]): Promise<string> {
  const running = product.run('cli', words, environment);
  const code = await running.ended;
  if (code !== 0) throw new Error(`fil ${words.join(' ')}: ${code}\n${running.said}`);
  return running.said;
}

const post = (at: Service, path: string, body: object): Promise<Response> =>
  fetch(`${at.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function create(at: Service, path: string, body: object): Promise<string> {
  const answer = await post(at, path, body);
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${text}`);
  return (JSON.parse(text) as { stream: string }).stream;
}

/** Contributions in the register. */
const received = async (at: Service): Promise<number> => {
  const answer = await fetch(`${at.url}/api/v1/completeness?by=consultation`);
  if (answer.status !== 200) throw new Error(`completeness: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { total: { received: number } }).total.received;
};

/** Which of them makes this read model. */
const leaderOf = (name: ServiceName, label: string): Promise<Service> =>
  eventually(
    `a ${name} that leads ${label}`,
    async () => {
      for (const one of all(name)) if ((await one.metric('fil_leads', label)) > 0) return one;
      return null;
    },
    PATIENCE,
  );

const onPage = (at: Service, contribution: string, words: string): Promise<unknown> =>
  eventually(
    `"${words}" on the page`,
    async () => {
      const page = await fetch(`${at.url}/contributions/${contribution}`, { headers: { accept: 'text/html' } });
      return (await page.text()).includes(words);
    },
    PATIENCE,
  );

beforeAll(async () => {
  product = Product.build();
  database = await createTestDatabase();
  environment = { DATABASE_URL: database.url, LANG: 'en_GB.UTF-8', HOST: '127.0.0.1' };
  for (const name of ['web', 'web', 'projector', 'projector', 'worker', 'worker'] as const) await start(name);
}, 120_000);

afterAll(async () => {
  await Promise.all(services.map(({ process }) => process.kill()));
  await database.drop();
  product.remove();
});

it(
  'wait for a register to begin, alive and not ready, and go on by themselves',
  async () => {
    for (const one of services) {
      await eventually(`${one.name} is alive`, async () => (await one.health('live')) === 200, PATIENCE);
      expect(await one.health('ready')).toBe(503);
    }
    await fil('init', '--authority', TOWN_SIRET, '--origin', `services.invalid/${randomBytes(6).toString('hex')}`);
    const scopes = ['authority', 'consultations', 'contributions', 'erasures'];
    const said = await fil('token', 'create', '--name', 'test', '--role', 'official', '--scope', ...scopes);
    token = said.trim().split('\n').at(-1)!;
    await Promise.all(services.map((one) => one.ready()));
  },
  2 * PATIENCE,
);

it(
  'show through one what was recorded through the other',
  async () => {
    const [first, second] = all('web');
    town = await foundTown({
      record: (path, body) => create(first!, path, body),
      create: (path, body) => create(first!, path, body),
    });
    const contribution = await create(
      first!,
      'contributions',
      depositIn(town.consultation, {
        title: { fr: WORDS.title },
        author: WORDS.author,
      }),
    );
    await create(first!, `contributions/${contribution}/admissions`, {});
    await onPage(second!, contribution, WORDS.title);
    await fetch(`${second!.url}/contributions?q=${WORDS.search}`);
    expect(await first!.metric('fil_append_seconds_count', 'result="ok"')).toBeGreaterThan(5);
    expect(await first!.metric('fil_append_batch_size_count')).toBeGreaterThan(5);
    await eventually(
      'every read model in step',
      async () => (await second!.metric('fil_projection_lag_events')) === 0,
      PATIENCE,
    );
  },
  2 * PATIENCE,
);

it(
  'make each read model in one place, and elsewhere within seconds when that one is killed',
  async () => {
    const leader = await leaderOf('projector', 'projection/thread');
    await eventually(
      'one projector that leads, and one that does not',
      async () => {
        const leading = await Promise.all(all('projector').map((one) => one.metric('fil_leads', 'projection/thread')));
        return leading.sort().join() === '0,1';
      },
      PATIENCE,
    );
    await leader.process.kill();
    const [web] = all('web');
    const contribution = await create(web!, 'contributions', depositIn(town.consultation));
    await create(web!, `contributions/${contribution}/admissions`, {});
    await onPage(web!, contribution, 'micocouliers');
    expect(await leaderOf('projector', 'projection/thread')).not.toBe(leader);
  },
  3 * PATIENCE,
);

it(
  'carry out what must follow, though the worker that read of it is killed',
  async () => {
    const [web] = all('web');
    const contribution = await create(web!, 'contributions', depositIn(town.consultation));
    await create(web!, `contributions/${contribution}/admissions`, {});
    await onPage(web!, contribution, 'micocouliers');
    const leader = await leaderOf('worker', 'process erasure');
    await create(web!, 'erasures', {
      target: contribution,
      wholeSubject: true,
      fields: [],
      ground: 'subjectRequest',
      office: 'voirie',
    });
    await leader.process.kill();
    await onPage(web!, contribution, 'effacé');
    expect(await all('worker')[0]!.metric('fil_jobs', 'state="failed"')).toBe(0);
  },
  3 * PATIENCE,
);

it(
  'answer what is under way before they stop, and say that they will',
  async () => {
    const [leaving, staying] = all('web');
    const before = await received(staying!);
    const asked = Array.from({ length: 40 }, () => post(leaving!, 'contributions', depositIn(town.consultation)));
    await Promise.race(asked);
    const stopping = leaving!.process.stop();
    await eventually('it says so', async () => (await leaving!.health('ready')) === 503, PATIENCE);
    await stopping;
    expect(await leaving!.process.ended).toBe(0);
    const answers = await Promise.allSettled(asked);
    // 202: in EventStoreDB, and soon in the log.
    const taken = (status: number): boolean => status === 201 || status === 202;
    const recorded = answers.filter((one) => one.status === 'fulfilled' && taken(one.value.status)).length;
    const refused = answers.filter((one) => one.status === 'fulfilled' && one.value.status === 503).length;
    expect(recorded).toBeGreaterThan(0);
    // What was not answered had not been accepted: nothing is in the log that nobody was told of.
    await eventually(
      'all that was accepted in the log, and nothing else',
      async () => (await received(staying!)) - before === recorded,
      PATIENCE,
    );
    expect(recorded + refused).toBeGreaterThan(1);
    for (const one of [...all('projector'), ...all('worker')]) {
      await one.process.stop();
      expect(await one.process.ended).toBe(0);
    }
  },
  2 * PATIENCE,
);

it('write a log that a machine reads, without anybody’s words', () => {
  for (const { name, process } of services) {
    const lines = process.said.split('\n').filter((line) => line.trim() !== '');
    expect({ name, lines: lines.length > 0 }).toEqual({ name, lines: true });
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    for (const words of Object.values(WORDS)) expect(process.said).not.toContain(words);
    expect(process.said).not.toContain(token);
  }
  const [web] = services.filter((one) => one.name === 'web');
  expect(web!.process.said).toContain('"route":"/contributions/:id"');
});
