import { setTimeout as sleep } from 'node:timers/promises';
import { Cable } from '../../../../test/postgres/cable';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { spawnStuckWorker } from '../../../../test/jobs/worker-process';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../../projections/migrations/projections-migrations';
import { jobRow, waitFor } from '../contract/job-rows';
import { jobRunnerContract } from '../contract/job-runner.contract';
import { JOB_MIGRATIONS } from '../migrations/job-migrations';
import { JobTableQueue } from '../table/job-table-queue';
import { LocalJobRunner } from './local-job-runner';

const migratedDatabase = async (): Promise<TestDatabase> => {
  const database = await createTestDatabase();
  await migrate(database.url, [...PROJECTION_MIGRATIONS, ...JOB_MIGRATIONS]);
  return database;
};

jobRunnerContract('local', async () => {
  const database = await migratedDatabase();
  return {
    databaseUrl: database.url,
    make: (settings) => new LocalJobRunner(settings),
    spawnStuckWorker: (name) => spawnStuckWorker(database.url, name),
    close: () => database.drop(),
  };
});

it('a database that goes away while a job runs makes it neither run again nor be forgotten', async () => {
  const database = await migratedDatabase();
  const cable = await Cable.to(database.url);
  const pool = await openApplicationPool(cable.url, { max: 4 });
  const direct = await openApplicationPool(database.url, { max: 2 });
  const errors: Error[] = [];
  let runs = 0;
  const runner = new LocalJobRunner({
    pool,
    connection: { connectionString: cable.url },
    handlers: {
      'long-job': async () => {
        runs++;
        cable.cut();
        await sleep(300);
        setTimeout(() => cable.mend(), 600);
      },
    },
    onError: (error) => errors.push(error),
    // Longer than any machine is slow: what is tested is that the end is told again, not that a lease runs out.
    lease: 60_000,
    poll: 200,
  });
  runner.start();
  try {
    await new JobTableQueue().add(direct, [{ name: 'long-job', key: 'long-job/1' }]);
    await waitFor(async () => (await jobRow(direct, 'long-job/1')).doneAt !== null);
    expect(runs).toBe(1);
    expect(errors.length).toBeGreaterThan(0);
    await waitFor(() => Promise.resolve(runner.failure === null));
  } finally {
    await runner.stop();
    await Promise.all([pool.end(), direct.end()]);
    await cable.close();
    await database.drop();
  }
});
