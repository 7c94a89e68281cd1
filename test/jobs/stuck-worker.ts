import { Pool } from 'pg';
import { openJobRunner } from '@fil/log/jobs/open-job-runner';

const databaseUrl = process.env['DATABASE_URL']!;

openJobRunner(process.env['REDIS_URL'], {
  pool: new Pool({ connectionString: databaseUrl, max: 2 }),
  connection: { connectionString: databaseUrl },
  handlers: { [process.env['JOB_NAME']!]: () => new Promise(() => undefined) },
  lease: 1_000,
  poll: 200,
  onError: (error) => console.error(error),
}).start();
