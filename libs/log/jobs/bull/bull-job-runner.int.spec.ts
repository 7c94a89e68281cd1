import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { spawnStuckWorker } from '../../../../test/jobs/worker-process';
import { describeWithRedis } from '../../../../test/redis/describe-with-redis';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../../projections/migrations/projections-migrations';
import { jobRow, waitFor } from '../contract/job-rows';
import { jobRunnerContract } from '../contract/job-runner.contract';
import { JOB_MIGRATIONS } from '../migrations/job-migrations';
import { JobTableQueue } from '../table/job-table-queue';
import { BullJobRunner, type BullSettings } from './bull-job-runner';
import type { HandedJob } from './job-relay';

const migratedDatabase = async (): Promise<TestDatabase> => {
  const database = await createTestDatabase();
  await migrate(database.url, [...PROJECTION_MIGRATIONS, ...JOB_MIGRATIONS]);
  return database;
};

describeWithRedis('Bull on Redis', (redis) => {
  jobRunnerContract(
    'Bull',
    async () => {
      const database = await migratedDatabase();
      return {
        databaseUrl: database.url,
        make: (settings) =>
          new BullJobRunner({ ...settings, redisUrl: redis().url, handAgainAfter: 800, addTimeout: 500 }),
        spawnStuckWorker: (name) => spawnStuckWorker(database.url, name, redis().url),
        close: () => database.drop(),
      };
    },
    [
      { name: 'Redis is flushed', happen: () => redis().flush() },
      {
        name: 'Redis is flushed again and again',
        happen: async () => {
          for (let times = 0; times < 8; times++) {
            await redis().flush();
            await sleep(60);
          }
        },
      },
      {
        name: 'Redis is killed and started again',
        happen: async () => {
          await redis().kill();
          await redis().startAgain();
        },
      },
      {
        name: 'Redis is away for three seconds',
        happen: async () => {
          await redis().kill();
          await sleep(3_000);
          await redis().startAgain();
        },
      },
    ],
  );

  it('starts and stops without Redis, and does the work when there is one', async () => {
    const database = await migratedDatabase();
    const pool = await openApplicationPool(database.url, { max: 4 });
    let runs = 0;
    const settings: BullSettings = {
      redisUrl: redis().url,
      pool,
      connection: { connectionString: database.url },
      handlers: { letter: async () => void runs++ },
      onError: () => undefined,
      addTimeout: 300,
      poll: 200,
    };
    try {
      await redis().kill();
      const without = new BullJobRunner(settings);
      without.start();
      await new JobTableQueue().add(pool, [{ name: 'letter', key: 'letter/1' }]);
      await sleep(800);
      expect(without.failure).not.toBeNull();
      const stopping = performance.now();
      await without.stop();
      expect(performance.now() - stopping).toBeLessThan(5_000);
      expect(await jobRow(pool, 'letter/1')).toMatchObject({ attempts: 0, doneAt: null });

      const runner = new BullJobRunner(settings);
      runner.start();
      await redis().startAgain();
      await waitFor(async () => (await jobRow(pool, 'letter/1')).doneAt !== null);
      await waitFor(() => Promise.resolve(runner.failure === null));
      await runner.stop();
      expect(runs).toBe(1);
    } finally {
      await pool.end();
      await database.drop();
    }
  });

  it('does once what Redis delivers many times, before and after it is done', async () => {
    const database = await migratedDatabase();
    const pool = await openApplicationPool(database.url, { max: 4 });
    const deliveries = new Bull<HandedJob>('jobs', redis().url, { prefix: 'twice' });
    const deliver = async (round: string): Promise<void> => {
      const copies = Array.from({ length: 10 }, (_, copy) => ({
        data: { key: 'letter/1' },
        opts: { jobId: `${round}-${copy}`, removeOnComplete: true },
      }));
      await deliveries.addBulk(copies);
    };
    let runs = 0;
    const runner = new BullJobRunner({
      redisUrl: redis().url,
      prefix: 'twice',
      pool,
      connection: { connectionString: database.url },
      handlers: { letter: () => sleep(200).then(() => void runs++) },
      onError: () => undefined,
    });
    try {
      await new JobTableQueue().add(pool, [{ name: 'letter', key: 'letter/1' }]);
      await deliver('before');
      runner.start();
      await waitFor(async () => (await jobRow(pool, 'letter/1')).doneAt !== null);
      await deliver('after');
      await waitFor(async () => (await redis().keys()).every((key) => !/^twice:jobs:(?:before|after)-/.test(key)));
      expect(runs).toBe(1);
      expect(await jobRow(pool, 'letter/1')).toMatchObject({ attempts: 1 });
    } finally {
      await runner.stop();
      await deliveries.close();
      await pool.end();
      await database.drop();
    }
  });

  it('can be stopped at any moment after its start, and leaves no promise broken', async () => {
    const database = await migratedDatabase();
    const pool = await openApplicationPool(database.url, { max: 4 });
    const broken: unknown[] = [];
    const hear = (reason: unknown): void => void broken.push(reason);
    process.on('unhandledRejection', hear);
    try {
      for (let round = 0; round < 16; round++) {
        const runner = new BullJobRunner({
          redisUrl: redis().url,
          prefix: `short-${round}`,
          pool,
          connection: { connectionString: database.url },
          handlers: { letter: () => Promise.resolve() },
          onError: () => undefined,
        });
        runner.start();
        await sleep(round);
        await runner.stop();
      }
      await sleep(100);
      expect(broken).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
      await pool.end();
      await database.drop();
    }
  }, 60_000);

  it('leaves in Redis nothing of a job that is done', async () => {
    const database = await migratedDatabase();
    const pool = await openApplicationPool(database.url, { max: 4 });
    const runner = new BullJobRunner({
      redisUrl: redis().url,
      prefix: 'empty',
      pool,
      connection: { connectionString: database.url },
      handlers: { letter: () => Promise.resolve() },
      onError: () => undefined,
    });
    runner.start();
    try {
      const jobs = Array.from({ length: 20 }, (_, index) => ({ name: 'letter', key: `letter/${index}` }));
      await new JobTableQueue().add(pool, jobs);
      for (const { key } of jobs) await waitFor(async () => (await jobRow(pool, key)).doneAt !== null);
      await waitFor(async () => (await redis().keys()).every((key) => !key.includes('letter')));
    } finally {
      await runner.stop();
      await pool.end();
      await database.drop();
    }
  });
});
