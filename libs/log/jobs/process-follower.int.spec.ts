import { setTimeout as sleep } from 'node:timers/promises';
import { contributionAdmitted } from '@fil/facts/events/contribution.events';
import { Client, type Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { admitted, newPerson, newStream, recorded, sealedAppend } from '../event-store/contract/sealed-appends';
import { EVENT_STORE_MIGRATIONS } from '../event-store/postgres/migrations/event-store-migrations';
import { PostgresEventStore } from '../event-store/postgres/postgres-event-store';
import { openApplicationPool } from '../postgres/application-pool';
import { migrate } from '../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../projections/migrations/projections-migrations';
import { PostgresFollowerPositions } from '../projections/postgres-follower-positions';
import { waitFor } from './contract/job-rows';
import { JOB_MIGRATIONS } from './migrations/job-migrations';
import { jobAfter, type Process } from './process';
import { ProcessFollower } from './process-follower';
import { JobTableQueue } from './table/job-table-queue';

/** Something follows from each admission. */
const welcome: Process = {
  name: 'welcome',
  concerns: new Set([contributionAdmitted.type]),
  decide: (event) => [{ ...jobAfter('welcome', event), lane: 'welcome' }],
};

let database: TestDatabase;
let pool: Pool;
let store: PostgresEventStore;
/** How to stop each one that runs. */
const running: (() => Promise<void>)[] = [];
let troubles: string[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...PROJECTION_MIGRATIONS, ...JOB_MIGRATIONS]);
  pool = await openApplicationPool(database.url, { max: 8 });
  store = await PostgresEventStore.open(database.url);
  troubles = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(running.splice(0).map((stop) => stop()));
  await Promise.all([store.close(), pool.end()]);
  await database.drop();
});

const follower = (process = welcome, queue = new JobTableQueue()): ProcessFollower =>
  new ProcessFollower(process, { store, pool, queue, onTrouble: (message) => troubles.push(message) });
/** @returns how to stop it */
function start(one = follower()): () => Promise<void> {
  const stopping = new AbortController();
  const run = one.run(stopping.signal);
  const stop = (): Promise<void> => {
    stopping.abort();
    return run;
  };
  running.push(stop);
  return stop;
}
/** A contribution, recorded and admitted. */
async function admission(): Promise<void> {
  const stream = newStream('contribution');
  const append = sealedAppend({
    stream,
    expected: 0,
    events: [recorded(), admitted()],
    person: newPerson(),
    mint: true,
  });
  expect(await store.append(append)).toMatchObject({ status: 'ok' });
}
const admissions = (count: number): Promise<unknown> => Promise.all(Array.from({ length: count }, admission));
const position = (): Promise<number> => new PostgresFollowerPositions(pool).read('welcome');
const keysInTable = async (): Promise<string[]> =>
  (await pool.query<{ key: string }>('SELECT key FROM processes.job ORDER BY id')).rows.map(({ key }) => key);
const keysInLog = async (): Promise<string[]> =>
  (await store.readAll(0, 100_000))
    .filter(({ type }) => type === contributionAdmitted.type)
    .map(({ id }) => `welcome/${id}`);
const caughtUp = (): Promise<void> => waitFor(async () => (await position()) === (await store.size()), 25_000);
async function expectOneJobEach(): Promise<void> {
  await caughtUp();
  expect(await keysInTable()).toEqual(await keysInLog());
}

it('writes what follows from the events that concern the process, and how far it has read', async () => {
  await admissions(3);
  const one = follower();
  start(one);
  await expectOneJobEach();
  await admissions(2);
  await expectOneJobEach();
  expect(await keysInTable()).toHaveLength(5);
  const stream = newStream('contribution');
  await store.append(sealedAppend({ stream, expected: 0, events: [recorded()], person: newPerson(), mint: true }));
  await caughtUp();
  await waitFor(async () => one.position === (await store.size()));
  const { rows } = await pool.query('SELECT name, lane, data FROM processes.job LIMIT 1');
  expect(rows).toEqual([
    { name: 'welcome', lane: 'welcome', data: { stream: expect.stringMatching(/^contribution-/), rev: 2 } },
  ]);
});

it('hears of events that an earlier release recorded under an earlier version', async () => {
  await admissions(1);
  start(follower({ ...welcome, concerns: new Set([contributionAdmitted.type.replace(/\d+$/, '9')]) }));
  await expectOneJobEach();
});

it('catches up from far behind, in order', async () => {
  for (let round = 0; round < 6; round++) await admissions(250);
  start();
  await expectOneJobEach();
  expect(await keysInTable()).toHaveLength(1_500);
});

it('loses and repeats nothing when several follow at once while events come', async () => {
  await admissions(100);
  for (let n = 0; n < 3; n++) start();
  for (let round = 0; round < 20; round++) await admissions(10);
  await expectOneJobEach();
  expect(troubles).toEqual([]);
});

it('goes on after the answer to its commit was lost, and repeats nothing', async () => {
  await admissions(5);
  const query = Client.prototype.query as (...asked: unknown[]) => Promise<unknown>;
  let lost = 0;
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...asked: unknown[]): unknown {
    return Promise.resolve(query.apply(this, asked)).then((answer) => {
      if (asked[0] !== 'COMMIT' || lost > 0) return answer;
      lost++;
      throw new Error('Connection terminated unexpectedly');
    });
  });
  const one = follower();
  start(one);
  await waitFor(() => Promise.resolve(troubles.length > 0));
  await admissions(5);
  await expectOneJobEach();
  expect(troubles).toEqual([expect.stringMatching(/^welcome tries again in \d+ ms: .*Connection terminated/)]);
  await waitFor(() => Promise.resolve(one.failure === null));
});

it('writes neither jobs nor position when it dies between the two', async () => {
  await admissions(5);
  class DyingQueue extends JobTableQueue {
    deaths = 2;
    override async add(...to: Parameters<JobTableQueue['add']>): Promise<number> {
      const added = await super.add(...to);
      if (this.deaths-- > 0) {
        expect([await position(), await keysInTable()]).toEqual([0, []]);
        throw new Error('the power went');
      }
      return added;
    }
  }
  start(follower(welcome, new DyingQueue()));
  await expectOneJobEach();
  expect(troubles).toHaveLength(2);
});

it('says what it cannot decide, skips nothing, and recovers by itself', async () => {
  await admissions(2);
  let understood = false;
  const puzzled: Process = {
    ...welcome,
    decide: (event) => {
      if (!understood) throw new TypeError('what is this?');
      return welcome.decide(event);
    },
  };
  const one = follower(puzzled);
  start(one);
  await waitFor(() => Promise.resolve(one.failure !== null));
  expect(one.failure!.message).toBe('what is this?');
  expect([await position(), await keysInTable()]).toEqual([0, []]);
  understood = true;
  await expectOneJobEach();
  await waitFor(() => Promise.resolve(one.failure === null));
});

it('has recovered as soon as it can read again, though nothing new has happened', async () => {
  await admissions(1);
  const stop = start();
  await expectOneJobEach();
  await stop();
  jest.spyOn(store, 'size').mockRejectedValueOnce(new Error('the database is down'));
  const one = follower();
  start(one);
  await waitFor(() => Promise.resolve(troubles.length > 0));
  await waitFor(() => Promise.resolve(one.failure === null));
});

it('stops with its signal, and goes on from there', async () => {
  await admissions(1);
  const stop = start();
  await expectOneJobEach();
  await stop();
  await admissions(1);
  await sleep(200);
  expect(await keysInTable()).toHaveLength(1);
  start();
  await expectOneJobEach();
});
