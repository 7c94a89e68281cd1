/**
 * A register that was told the story of the invented commune, with an erasure in it, is backed up and restored into an
 * empty database. Whatever can be reached from the front page is then the same, byte for byte, in both languages.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parisDay } from '@fil/facts/dates/paris-day';
import { RunningProcesses } from '@fil/processes/running-processes';
import { settingsFrom } from '../../apps/composition/settings';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { serve } from '../../apps/standalone/serve';
import { Api } from '../e2e/api';
import { eventually } from '../e2e/eventually';
import { projectionsInStep } from '../e2e/projections';
import { type RunningApp, startApp } from '../e2e/running-app';
import { depositIn, foundTown } from '../e2e/town';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { crawl } from './crawl';
import { fil } from './fil';

let running: RunningApp;
let database: TestDatabase;
let restored: RunningApp | null = null;
const folder = mkdtempSync(join(tmpdir(), 'fil-backup-'));
const [directory, keys] = [join(folder, 'backup'), join(folder, 'keys')];

beforeAll(async () => {
  [running, database] = await Promise.all([startApp({ demonstration: true }), createTestDatabase()]);
}, 120_000);
afterAll(async () => {
  await restored?.app.close();
  await restored?.register.close();
  await running.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Nothing follows any more from what is in the log: the processes have read it all, and no job waits. */
async function settled({ app, register }: RunningApp): Promise<void> {
  const processes = app.get(RunningProcesses, { strict: false }).followers.map(({ name }) => name);
  expect(processes.length).toBeGreaterThan(1);
  await eventually(
    'an end to what follows',
    async () => {
      const { rows } = await register.pool.query<{ still: boolean }>(
        `SELECT (SELECT count(*) FROM processes.follower_position p, log.head h WHERE p.name = ANY ($1) AND p.size = h.size)
           = cardinality($1::text[])
           AND NOT EXISTS (SELECT FROM processes.job WHERE done_at IS NULL AND run_at <= now())
           AND (SELECT max(p.size) FROM log.publication p) = (SELECT size FROM log.head) AS still`,
        [processes],
      );
      return rows[0]!.still;
    },
    60_000,
  );
}

async function openRestored(): Promise<RunningApp> {
  const register = (await openRegister(database.url)) as OpenRegister;
  const app = await serve(register, settingsFrom({ PORT: '0', FIL_DATA: process.env.FIL_DATA }), () => undefined);
  return {
    ...running,
    app,
    register,
    databaseUrl: database.url,
    url: await app.getUrl(),
    logSize: () => register.store.size(),
  };
}

/** Pages count the days that somebody has been waiting. */
async function crawledOnOneDay(...origins: readonly [string, string]) {
  for (;;) {
    const day = parisDay(new Date());
    const crawled = [await crawl(origins[0]), await crawl(origins[1])] as const;
    if (parisDay(new Date()) === day) return crawled;
  }
}

/** Where two crawls do not say the same, with a little of what stands around. */
function differences(before: Map<string, string>, after: Map<string, string>): object[] {
  return [...before].flatMap(([path, text]) => {
    const other = after.get(path) ?? '';
    if (other === text) return [];
    let at = 0;
    while (text[at] === other[at]) at++;
    const around = (whole: string): string => whole.slice(Math.max(0, at - 80), at + 80);
    return [{ path, before: around(text), after: around(other) }];
  });
}

it('shows every page and every answer of the API as before', async () => {
  const { token } = await running.token({ body: 'proximite' });
  const api = new Api(running).as({ token });
  const { body } = await api.get('/api/v1/contributions');
  const [target] = (body.contributions ?? body.items) as { id: string }[];
  const { consultation } = await foundTown(api);
  const slip = depositIn(consultation);
  const deposited = await api.record('contributions', slip, { key: 'slip-1' });
  const order = await api.record('erasures', {
    target: target!.id,
    wholeSubject: true,
    ground: 'subjectRequest',
    office: 'proximite',
  });
  await eventually(
    'the erasure',
    async () => (await running.register.store.readStream(order.body.stream as string)).length === 2,
    60_000,
  );
  await settled(running);
  await projectionsInStep(running);

  expect(await fil(running.databaseUrl, 'backup', directory, '--keys', keys)).toMatchObject({ code: 0 });
  expect(await fil(running.databaseUrl, 'backup', directory, '--verify', '--keys', keys)).toMatchObject({ code: 0 });
  const said = await fil(database.url, 'restore', directory, '--keys', keys);
  expect(said).toMatchObject({ code: 0, out: expect.stringContaining('Orders of erasure carried out again: 1.') });
  restored = await openRestored();
  await settled(restored);
  await projectionsInStep(restored);
  // The name on every page is read at the start and then once a minute: from read models that are there.
  await restored.app.close();
  await restored.register.close();
  restored = await openRestored();

  const [before, after] = await crawledOnOneDay(running.url, restored.url);
  expect(before.size).toBeGreaterThan(100);
  expect([...before.keys()].some((path) => path.startsWith('/api/v1/contributions/'))).toBe(true);
  expect([...before.values()].some((text) => /effac|erased/i.test(text))).toBe(true);
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(differences(before, after)).toEqual([]);

  // Tokens are those that were given out, a command sent again is known, and the author's key is hers.
  const size = await running.logSize();
  const again = new Api(restored).as({ token });
  const repeated = await again.post('contributions', slip, { key: 'slip-1' });
  expect(repeated.status).toBe(200);
  const { authorKey, ...answer } = deposited.body as { stream: string; authorKey: string };
  expect(repeated.body).toEqual({ ...answer, duplicate: true }); // her key was shown once
  expect(await restored.logSize()).toBe(size);
  await new Api(restored).record(`contributions/${answer.stream}/withdrawals`, { authorKey });
  expect(await restored.logSize()).toBe(size + 1);
}, 240_000);
