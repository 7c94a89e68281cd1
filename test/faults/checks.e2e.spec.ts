/** The checks of the rounds find: */
import { randomUUID } from 'node:crypto';
import { Client as Owner } from 'pg';
import { eventually } from '../e2e/eventually';
import { type RunningApp, startApp } from '../e2e/running-app';
import { createTestDatabase } from '../postgres/test-database';
import { checkJobs } from './check-jobs';
import { checkLog, type Sent } from './check-log';
import { checkProjections, type Databases } from './check-projections';
import { Client, Troubles } from './client';
import { layGround } from './ground';
import { LoadingClient } from './load';
import { untilNothingIsLeft } from './nothing-left';
import { Random } from './random';

const PATIENCE = 60_000;

let running: RunningApp;
let sent: Sent;
const databases: Databases = (() => {
  let made: Awaited<ReturnType<typeof createTestDatabase>>;
  return {
    createDatabase: async () => (made = await createTestDatabase()).url,
    dropDatabase: () => made.drop(),
  };
})();

beforeAll(async () => {
  running = await startApp();
  const { token } = await running.token({ body: 'voirie' });
  const client = new Client([running.url], token, new Troubles());
  const ground = await layGround(client);
  const load = new LoadingClient('load', client, ground, new Random(1));
  const enough = new AbortController();
  const working = load.workUntil(enough.signal);
  await eventually('an answered synthesis', () => Promise.resolve(load.answered.length > 0), PATIENCE);
  enough.abort();
  await working;
  await load.erasure();
  await untilNothingIsLeft(running.register);
  sent = {
    acknowledged: [...ground.acknowledged, ...load.acknowledged],
    answered: load.answered,
    erased: load.erased,
    refused: [],
  };
}, 120_000);
afterAll(() => running.close());

const faultsOfLog = async (told: Partial<Sent> = {}): Promise<string> =>
  (await checkLog(running.register, { ...sent, ...told })).faults.join('\n');

/** As the owner of the tables may, with the triggers that forbid it out of the way. */
async function spoil(statement: string): Promise<void> {
  const owner = new Owner({ connectionString: running.databaseUrl });
  await owner.connect();
  try {
    await owner.query('SET session_replication_role = replica');
    const { rowCount } = await owner.query(statement);
    expect(rowCount).toBe(1);
  } finally {
    await owner.end();
  }
}

it('nothing in a register that nobody disturbed', async () => {
  const log = await checkLog(running.register, sent);
  const jobs = await checkJobs(running.register);
  const projections = await checkProjections(running.register, databases);
  expect([...log.faults, ...jobs.faults, ...projections.faults]).toEqual([]);
  expect(log.size).toBeGreaterThan(sent.acknowledged.length);
  expect(log.byProcesses).toBeGreaterThan(2);
  expect(jobs.done).toBeGreaterThan(2);
  expect(projections.rows).toBeGreaterThan(10);
});

it('what was acknowledged and is not there, there and not acknowledged, or otherwise than it was sent', async () => {
  const { acknowledged } = sent;
  const [first, ...others] = acknowledged;
  const lost = { ...first!, events: [{ id: randomUUID(), type: first!.events[0]!.type }] };
  expect(await faultsOfLog({ acknowledged: [...acknowledged, lost] })).toContain('is not there');
  expect(await faultsOfLog({ acknowledged: others })).toContain('acknowledged to nobody');
  const other = { ...first!, body: { ...first!.body, name: { fr: 'Un autre nom' } } };
  expect(await faultsOfLog({ acknowledged: [other, ...others] })).toContain('"name" was sent otherwise');
  const moved = { ...first!, revision: first!.revision + 1 };
  expect(await faultsOfLog({ acknowledged: [moved, ...others] })).toContain('acknowledged as');
});

it('what did not follow from what was ordered', async () => {
  const [admitted] = sent.acknowledged.filter(({ path }) => path === 'contributions').map(({ stream }) => stream);
  expect(await faultsOfLog({ erased: [...sent.erased, admitted!] })).toContain('orders of erasure');
  const answered = [...sent.answered, { members: [admitted!], answer: randomUUID() }];
  expect(await faultsOfLog({ answered })).toContain('0 copies of the answer');
  expect(await faultsOfLog({ refused: [randomUUID()] })).toContain('refused: ; should be');
});

it('a row of a read model that a fold does not give', async () => {
  const { rows } = await running.register.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'views' AND tablename LIKE 'thread%' ORDER BY 1 LIMIT 1`,
  );
  const table = `views."${rows[0]!.name}"`;
  await spoil(`DELETE FROM ${table} WHERE ctid = (SELECT min(ctid) FROM ${table})`);
  const { faults } = await checkProjections(running.register, databases);
  expect(faults.join('\n')).toMatch(/^thread\w+: \d+ rows, \d+ from zero; 0 only before/);
});

it.each([
  ['is not done', 'UPDATE processes.job SET done_at = NULL WHERE id = (SELECT min(id) FROM processes.job)'],
  ['was never to be done', 'DELETE FROM processes.job WHERE id = (SELECT max(id) FROM processes.job)'],
  ['follows from nothing', `INSERT INTO processes.job (name, key, max_attempts) VALUES ('erasure', 'erasure/0', 1)`],
  ['has failed', `UPDATE processes.job SET failed_at = now() WHERE key = 'erasure/0'`],
])('a job: %s', async (fault, statement) => {
  await spoil(statement);
  expect((await checkJobs(running.register)).faults.join('\n')).toContain(fault);
});

const eventOf = (aggregate: string): string => `(SELECT id FROM log.event WHERE stream LIKE '${aggregate}-%' LIMIT 1)`;
it.each([
  ['its opening is missing', `DELETE FROM vault.openings WHERE event_id = ${eventOf('authority')}`],
  [
    'that the log does not have',
    `UPDATE vault.openings SET event_id = gen_random_uuid() WHERE event_id = ${eventOf('decision')}`,
  ],
  ['its bytes say', `UPDATE log.event SET rev = rev + 10 WHERE id = ${eventOf('decision')}`],
  ['revision 11 after', `UPDATE log.event SET rev = rev + 10 WHERE id = ${eventOf('synthesis')}`],
  ['the head says', 'UPDATE log.head SET size = size + 1'],
])('a log: %s', async (fault, statement) => {
  await spoil(statement);
  expect(await faultsOfLog()).toContain(fault);
});
