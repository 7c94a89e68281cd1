/** What is to be done about a deadline, in its tables. */
import type { Pool } from 'pg';
import { JobTableQueue } from '@fil/log/jobs/table/job-table-queue';
import { migrate } from '@fil/log/postgres/migrate';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { MIGRATIONS } from '../../apps/composition/migrations';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { PostgresDeadlineTodo, type WarningToGive } from '@fil/processes/deadlines/deadline-todo';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, MIGRATIONS);
  pool = await openApplicationPool(database.url, { max: 8 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const DEADLINE = 'deadline-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const job = (dueOn: string) => ({
  name: 'deadline-due',
  key: `deadline-due/${DEADLINE}/${dueOn}`,
  data: { deadline: DEADLINE, dueOn },
  runAt: new Date(`${dueOn}T22:02:00Z`),
});
const warning = (kind: WarningToGive['kind'], dueOn: string): WarningToGive => ({
  kind,
  rule: 'promise.answer',
  dueOn,
  warnAt: new Date('2026-03-28T23:00:00Z'),
  authority: null,
  owner: 'voirie',
  about: null,
  session: null,
});

it('keeps one row per instant to judge, and the warnings of the day that stands, whoever plans at once', async () => {
  const todo = new PostgresDeadlineTodo(pool, new JobTableQueue());
  await todo.replace(DEADLINE, [job('2026-05-28')], [warning('days60', '2026-05-28'), warning('days7', '2026-05-28')]);
  await Promise.all(
    Array.from({ length: 6 }, () => todo.replace(DEADLINE, [job('2026-06-30')], [warning('days7', '2026-06-30')])),
  );
  const { rows: jobs } = await pool.query('SELECT key, run_at, done_at FROM processes.job ORDER BY run_at');
  expect(jobs).toEqual([
    { key: job('2026-05-28').key, run_at: new Date('2026-05-28T22:02:00Z'), done_at: null },
    { key: job('2026-06-30').key, run_at: new Date('2026-06-30T22:02:00Z'), done_at: null },
  ]);
  const { rows } = await pool.query('SELECT kind, due_on::text, owner FROM processes.deadline_warning');
  expect(rows).toEqual([{ kind: 'days7', due_on: '2026-06-30', owner: 'voirie' }]);
  await todo.replace(DEADLINE, [], []);
  expect((await pool.query('SELECT FROM processes.deadline_warning')).rowCount).toBe(0);
});
