/** What every runner does, whatever hands out the work. Call it in a test file of the adapter. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { openApplicationPool } from '../../postgres/application-pool';
import type { JobFailure, JobHandler, NewJob, RunningJob } from '../job';
import type { JobRunner } from '../job-queue.port';
import type { RunnerSettings } from '../runner-settings';
import { FailedJobs } from '../table/failed-jobs';
import { JobTableQueue } from '../table/job-table-queue';
import { jobRow, waitFor, type JobRow } from './job-rows';

export interface RunnersUnderTest {
  /** A migrated database. */
  readonly databaseUrl: string;
  /** Look often: the suite waits for it. */
  make(settings: RunnerSettings): JobRunner;
  /** A process of its own that takes a job of this name (lease: one second) and never ends it. */
  spawnStuckWorker(jobName: string): ChildProcess;
  close(): Promise<void>;
}

/** Something that happens to the machinery while jobs run. */
export interface Mishap {
  readonly name: string;
  readonly happen: (database: Pool) => Promise<void>;
}

interface Effect {
  readonly key: string;
  readonly attempt: number;
  readonly runner: number;
}

const quick = { lease: 2_500, poll: 300, backoff: { first: 60, longest: 5_000 }, stopPatience: 5_000 };
let lastName = 0;

const listeningLost: Mishap = {
  name: 'the connections that listen are lost',
  happen: async (database) => {
    await waitFor(async () => {
      const { rowCount } = await database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query = 'LISTEN fil_job'`,
      );
      return rowCount! > 0;
    });
  },
};

export function jobRunnerContract(
  name: string,
  makeRunners: () => Promise<RunnersUnderTest>,
  mishaps: readonly Mishap[] = [],
): void {
  describe(`${name}: job runner contract`, () => {
    const queue = new JobTableQueue();
    let tested: RunnersUnderTest;
    /** Of the owner of the tables: to look, and to note effects. */
    let pool: Pool;
    /** As a running process has it, with no more than its role grants. */
    let application: Pool;
    let started: JobRunner[] = [];
    /** A name of its own for each test: what another test left behind is not its business. */
    let job: string;

    beforeAll(async () => {
      tested = await makeRunners();
      pool = new Pool({ connectionString: tested.databaseUrl, max: 8 });
      application = await openApplicationPool(tested.databaseUrl, { max: 8 });
      await pool.query('CREATE TABLE effect (key text NOT NULL, attempt integer NOT NULL, runner integer NOT NULL)');
    });
    beforeEach(() => (job = `test-${++lastName}`));
    afterEach(async () => {
      await Promise.all(started.map((runner) => runner.stop()));
      started = [];
    });
    afterAll(async () => {
      await Promise.all([pool?.end(), application?.end()]);
      await tested?.close();
    });

    const start = (handler: JobHandler, more: Partial<RunnerSettings> = {}): JobRunner => {
      const runner = tested.make({
        pool: application,
        connection: { connectionString: tested.databaseUrl },
        handlers: { [job]: handler },
        onError: () => undefined,
        ...quick,
        ...more,
      });
      started.push(runner);
      runner.start();
      return runner;
    };
    const add = (...jobs: Partial<NewJob>[]): Promise<number> =>
      queue.add(
        application,
        jobs.map((one, index) => ({ name: job, key: `${job}/${index}`, ...one })),
      );
    const many = (count: number): Partial<NewJob>[] =>
      Array.from({ length: count }, (_, index) => ({ key: `${job}/${index}`, data: { index } }));
    const row = (key = `${job}/0`): Promise<JobRow> => jobRow(pool, key);
    const ended = (count: number, within?: number): Promise<void> =>
      waitFor(async () => {
        const { rows } = await pool.query<{ count: number }>(
          'SELECT count(*)::int FROM processes.job WHERE name = $1 AND done_at IS NOT NULL',
          [job],
        );
        return rows[0]!.count === count;
      }, within);
    /** Nothing in the table keeps an effect from being recorded twice: that is what is tested. */
    const effect = async ({ key, attempt }: RunningJob, runner = 0): Promise<void> => {
      await pool.query('INSERT INTO effect (key, attempt, runner) VALUES ($1, $2, $3)', [key, attempt, runner]);
    };
    const effects = async (): Promise<Effect[]> =>
      (await pool.query<Effect>('SELECT key, attempt, runner FROM effect WHERE key LIKE $1', [`${job}/%`])).rows;

    it('does each job once, with what it carries', async () => {
      const seen: unknown[] = [];
      start(async ({ name: called, key, data, attempt }) => void seen.push({ called, key, data, attempt }));
      await add({ data: { commitment: 'c-1', late: true, days: 3, until: null } });
      await ended(1);
      await sleep(400);
      expect(seen).toEqual([
        { called: job, key: `${job}/0`, data: { commitment: 'c-1', late: true, days: 3, until: null }, attempt: 1 },
      ]);
      expect(await row()).toMatchObject({ attempts: 1, lockedUntil: null, lastError: null, failedAt: null });
    });

    it('does what was written before it started', async () => {
      await add(...many(3));
      start((one) => effect(one));
      await ended(3);
      expect(await effects()).toHaveLength(3);
    });

    it('begins as soon as the transaction commits, and never before', async () => {
      start((one) => effect(one), { poll: 20_000 });
      await sleep(300);
      const client = await application.connect();
      try {
        await client.query('BEGIN');
        await queue.add(client, [{ name: job, key: `${job}/0` }]);
        await sleep(300);
        expect(await effects()).toEqual([]);
        const committed = performance.now();
        await client.query('COMMIT');
        await ended(1);
        expect(performance.now() - committed).toBeLessThan(15_000);
      } finally {
        client.release();
      }
    });

    it('tries again after pauses that double', async () => {
      const at: number[] = [];
      start(
        async ({ attempt }) => {
          at.push(performance.now());
          if (attempt < 4) throw new Error('not yet');
        },
        { backoff: { first: 150, longest: 5_000 } },
      );
      await add({});
      await ended(1);
      const pauses = at.slice(1).map((time, index) => time - at[index]!);
      expect(pauses).toHaveLength(3);
      [150, 300, 600].forEach((least, index) => expect(pauses[index]).toBeGreaterThanOrEqual(least));
      expect(pauses[0]).toBeLessThan(3_000);
      expect(await row()).toMatchObject({ attempts: 4, lastError: null });
    });

    it('gives up after the last attempt, shows why, and does it when asked to again', async () => {
      let broken = true;
      let runs = 0;
      const told: JobFailure[] = [];
      start(
        async () => {
          runs++;
          if (broken) throw new TypeError('refused "Jeanne Martin" <jeanne@example.fr>');
        },
        { onFailure: (failure) => told.push(failure) },
      );
      await add({ maxAttempts: 3 });
      await waitFor(async () => (await row()).failedAt !== null);
      await sleep(500);
      expect(runs).toBe(3);
      expect(told.map(({ attempt, givenUp }) => [attempt, givenUp])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
      expect(told[0]).toMatchObject({ name: job, key: `${job}/0`, error: expect.any(TypeError) as TypeError });
      const failed = new FailedJobs(application);
      const [shown] = (await failed.list()).filter((one) => one.name === job);
      expect(shown).toMatchObject({ key: `${job}/0`, attempts: 3, lastError: 'TypeError: refused … …' });
      broken = false;
      expect(await failed.retry([`${job}/0`, 'unknown'])).toEqual([`${job}/0`]);
      await ended(1);
      expect(await row()).toMatchObject({ failedAt: null, lastError: null });
      expect(await failed.retry([`${job}/0`])).toEqual([]);
      expect(runs).toBe(4);
    });

    it('records a key once, whether the job waits or is done', async () => {
      start((one) => effect(one));
      expect(await add({ data: { n: 1 } }, { key: `${job}/0`, data: { n: 2 } })).toBe(1);
      await ended(1);
      expect(await add({ data: { n: 3 } })).toBe(0);
      await sleep(400);
      expect(await effects()).toHaveLength(1);
      expect(await row()).toMatchObject({ data: { n: 1 } });
    });

    it('waits for the instant a job is meant for', async () => {
      let ran = 0;
      start(async () => void (ran = Date.now()));
      const runAt = new Date(Date.now() + 900);
      await add({ runAt });
      await ended(1);
      expect(ran).toBeGreaterThanOrEqual(runAt.getTime());
      expect(ran).toBeLessThan(runAt.getTime() + 10_000);
    });

    it('leaves what nobody here handles to others', async () => {
      start((one) => effect(one));
      await add({ name: `${job}-other` });
      await sleep(700);
      expect(await row()).toMatchObject({ attempts: 0, doneAt: null, failedAt: null });
    });

    it('shares the work among many workers, each job done once', async () => {
      for (const runner of [1, 2, 3, 4]) start((one) => sleep(5).then(() => effect(one, runner)), { concurrency: 5 });
      await Promise.all([add(...many(150)), add(...many(300)), add(...many(300).reverse())]);
      await ended(300);
      const all = await effects();
      expect(all).toHaveLength(300);
      expect(new Set(all.map(({ key }) => key)).size).toBe(300);
      expect(new Set(all.map(({ runner }) => runner)).size).toBeGreaterThan(1);
    });

    describe('lanes', () => {
      /** So many jobs in each lane, in the order in which they are to run; their keys sort the other way. */
      const inLanes = (lanes: readonly string[], each: number, more: Partial<NewJob> = {}): Partial<NewJob>[] =>
        Array.from({ length: each }, (_, place) =>
          lanes.map((lane) => ({
            key: `${job}/${lane}/${99 - place}`,
            lane: `${job}/${lane}`,
            data: { lane, place },
            ...more,
          })),
        ).flat();
      const placesIn = (all: readonly RunningJob[], lane: string): unknown[] =>
        all.filter(({ data }) => data['lane'] === lane).map(({ data }) => data['place']);

      it('do their jobs one at a time and in order, beside each other', async () => {
        const begun: RunningJob[] = [];
        const lanes = ['a', 'b', 'c'];
        const running = new Map(lanes.map((lane) => [lane, 0]));
        let mostInOne = 0;
        let mostInAll = 0;
        const handler: JobHandler = async (one) => {
          const lane = String(one.data['lane']);
          running.set(lane, running.get(lane)! + 1);
          mostInOne = Math.max(mostInOne, running.get(lane)!);
          mostInAll = Math.max(
            mostInAll,
            [...running.values()].reduce((sum, count) => sum + count),
          );
          begun.push(one);
          // The first ones take the longest: any that began beside one of them would be seen.
          await sleep(40 - 4 * Number(one.data['place']));
          running.set(lane, running.get(lane)! - 1);
        };
        for (let runner = 0; runner < 3; runner++) start(handler, { concurrency: 4 });
        const jobs = inLanes(lanes, 10);
        await add(...jobs.slice(0, 12));
        await add(...jobs.slice(12));
        await ended(30);
        expect(begun).toHaveLength(30);
        const inOrder = Array.from({ length: 10 }, (_, place) => place);
        for (const lane of lanes) expect(placesIn(begun, lane)).toEqual(inOrder);
        expect({ mostInOne, beside: mostInAll > 1 }).toEqual({ mostInOne: 1, beside: true });
      });

      it('go on as soon as a job is done, without waiting to be looked at', async () => {
        start((one) => effect(one), { poll: 600_000 });
        await add(...inLanes(['a'], 8));
        await ended(8);
      });

      it('wait for a job that is tried again later, and for one that is not due yet', async () => {
        const begun: RunningJob[] = [];
        start(async (one) => {
          begun.push(one);
          if (one.data['lane'] === 'a' && one.data['place'] === 0 && one.attempt < 3) throw new Error('not yet');
        });
        const [later, next] = inLanes(['b'], 2);
        await add(...inLanes(['a'], 3), { ...later, runAt: new Date(Date.now() + 700) }, next!);
        await ended(5);
        expect(placesIn(begun, 'a')).toEqual([0, 0, 0, 1, 2]);
        expect(placesIn(begun, 'b')).toEqual([0, 1]);
      });

      it('wait for people when a job is given up, each for its own; tried again, it goes on', async () => {
        let broken = true;
        const begun: RunningJob[] = [];
        start(async (one) => {
          begun.push(one);
          if (broken && one.data['lane'] === 'a' && one.data['place'] === 1) throw new Error('refused');
        });
        await add(...inLanes(['a', 'b'], 4, { maxAttempts: 2 }), {});
        const head = `${job}/a/98`;
        await waitFor(async () => (await row(head)).failedAt !== null);
        await ended(6);
        // Whoever looks for something to do does so more than once.
        await sleep(700);
        expect(placesIn(begun, 'a')).toEqual([0, 1, 1]);
        expect(placesIn(begun, 'b')).toEqual([0, 1, 2, 3]);
        const failed = new FailedJobs(application);
        const [shown] = (await failed.list()).filter((one) => one.name === job);
        expect(shown).toMatchObject({ key: head, holdsBack: 2 });
        expect((await failed.counts()).held).toBe(2);

        broken = false;
        expect(await failed.retry([head])).toEqual([head]);
        await ended(9);
        expect(placesIn(begun, 'a')).toEqual([0, 1, 1, 1, 2, 3]);
        expect((await failed.counts()).held).toBe(0);
      });

      it('are taken over from a worker that was killed, in order', async () => {
        await add(...inLanes(['a'], 3));
        const head = `${job}/a/99`;
        const stuck = tested.spawnStuckWorker(job);
        try {
          await waitFor(async () => (await row(head)).lockedUntil !== null, 15_000);
          await sleep(300);
          expect(await row(`${job}/a/98`)).toMatchObject({ attempts: 0 });
        } finally {
          const over = new Promise((resolve) => stuck.once('exit', resolve));
          stuck.kill('SIGKILL');
          await over;
        }
        const begun: RunningJob[] = [];
        start(async (one) => void begun.push(one));
        await ended(3);
        expect(placesIn(begun, 'a')).toEqual([0, 1, 2]);
      });
    });

    it('runs several at once, never more than it may', async () => {
      let now = 0;
      let most = 0;
      start(
        async () => {
          most = Math.max(most, ++now);
          await sleep(50);
          now--;
        },
        { concurrency: 4 },
      );
      await add(...many(20));
      await ended(20);
      expect(most).toBe(4);
    });

    it('keeps a long job to itself', async () => {
      for (const runner of [1, 2]) start((one) => sleep(2_500).then(() => effect(one, runner)));
      await add({});
      await ended(1);
      expect(await effects()).toHaveLength(1);
      expect(await row()).toMatchObject({ attempts: 1 });
    });

    it('takes over from a worker that was killed', async () => {
      await add({});
      const stuck = tested.spawnStuckWorker(job);
      try {
        await waitFor(async () => (await row()).lockedUntil !== null, 15_000);
      } finally {
        const over = new Promise((resolve) => stuck.once('exit', resolve));
        stuck.kill('SIGKILL');
        await over;
      }
      start((one) => effect(one));
      await ended(1);
      expect(await effects()).toMatchObject([{ attempt: 2 }]);
    });

    it('gives up a job that takes its worker down every time', async () => {
      await add({ maxAttempts: 1 });
      await pool.query(
        `UPDATE processes.job SET attempts = 1, claim = 1, locked_until = now() - interval '1 s' WHERE key = $1`,
        [`${job}/0`],
      );
      const told: JobFailure[] = [];
      start((one) => effect(one), { onFailure: (failure) => told.push(failure) });
      await waitFor(() => Promise.resolve(told.length > 0));
      expect(told).toMatchObject([{ key: `${job}/0`, attempt: 1, givenUp: true }]);
      expect(await row()).toMatchObject({
        lastError: 'the process that ran it did not come back',
        failedAt: expect.any(Date) as Date,
      });
      expect(await effects()).toEqual([]);
    });

    it('tells a worker that lost its job, and does not let it say how it ended', async () => {
      let aborted = false;
      start(async (one) => {
        await effect(one);
        if (one.attempt > 1) return void (await sleep(900));
        // As if this process had been frozen, and another one had taken the job over.
        await pool.query(
          `UPDATE processes.job SET claim = claim + 1, locked_until = now() + interval '1 s' WHERE key = $1`,
          [one.key],
        );
        await new Promise((resolve) => one.signal.addEventListener('abort', resolve));
        aborted = true;
        throw new Error('lost');
      });
      await add({});
      await ended(1);
      expect(aborted).toBe(true);
      expect(await row()).toMatchObject({ attempts: 2, lastError: null });
    });

    it('waits for the running job when it stops, and takes no other', async () => {
      const runner = start((one) => sleep(600).then(() => effect(one)), { concurrency: 1 });
      await add(...many(2));
      await waitFor(async () => (await row()).lockedUntil !== null);
      await runner.stop();
      expect(await effects()).toMatchObject([{ key: `${job}/0` }]);
      expect((await row()).doneAt).not.toBeNull();
      expect(await row(`${job}/1`)).toMatchObject({ attempts: 0, lockedUntil: null });
    });

    it('gives back a job that cannot wait, as if it had not been tried', async () => {
      const runner = start(
        ({ signal }) =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
        { stopPatience: 200 },
      );
      await add({});
      await waitFor(async () => (await row()).lockedUntil !== null);
      await runner.stop();
      expect(await row()).toMatchObject({ attempts: 0, lockedUntil: null, lastError: null });
      start((one) => effect(one));
      await ended(1);
    });

    it.each([listeningLost, ...mishaps])(
      'does every job once, though $name in the middle of the run',
      async ({ happen }) => {
        for (const runner of [1, 2]) start((one) => sleep(10).then(() => effect(one, runner)), { concurrency: 3 });
        const half = many(200);
        await add(...half.slice(0, 100));
        await waitFor(async () => (await effects()).length > 20);
        await Promise.all([happen(pool), add(...half)]);
        await ended(200, 25_000);
        await sleep(1_000);
        const all = await effects();
        expect(new Set(all.map(({ key }) => key)).size).toBe(200);
        expect(all).toHaveLength(200);
        expect(all.every(({ attempt }) => attempt === 1)).toBe(true);
      },
    );
  });
}
