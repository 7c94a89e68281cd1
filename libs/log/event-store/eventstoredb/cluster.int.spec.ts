/**
 * Three nodes whose leader is killed while two processes record, each of them a plain process that a mistake would end.
 * On a real server when EVENTSTORE_URL is set: KILL_LEADER is then a shell command that kills the leader and starts it
 * again, and may be left out.
 */
import { type ChildProcess, exec, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { beginAtItsEnd } from '../../../../test/eventstoredb-server/begin-at-its-end';
import { EventStoreDbTestCluster } from '../../../../test/eventstoredb-server/eventstoredb-test-cluster';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { PostgresEventStore } from '../postgres/postgres-event-store';
import type { LogPosition } from './integration-call';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';
import { reconcile } from './reconcile';

const REAL = process.env.EVENTSTORE_URL;
const shell = promisify(exec);
const WRITERS = 8;
const APPENDS = 40;

let database: TestDatabase;
let cluster: EventStoreDbTestCluster | null = null;
let storeUrl: string;
let began: LogPosition;
const processes: Writing[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  if (!REAL) cluster = await EventStoreDbTestCluster.start();
  storeUrl = REAL ?? cluster!.url;
  began = await beginAtItsEnd(database.url, storeUrl);
});
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  cluster?.stop();
  await database.drop();
});

interface Writing {
  readonly child: ChildProcess;
  readonly recorded: string[];
  readonly alarms: string[];
  readonly ended: Promise<number | null>;
}

function write(): Writing {
  const program = ['test/bench/run.cjs', '../eventstoredb-server/writers.ts'];
  const child = spawn(process.execPath, [...program, database.url, storeUrl, `${WRITERS}`, `${APPENDS}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const writing: Writing = {
    child,
    recorded: [],
    alarms: [],
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('recorded ')) writing.recorded.push(line.slice('recorded '.length));
    if (line.startsWith('alarm ')) writing.alarms.push(line);
  });
  processes.push(writing);
  return writing;
}

const isWriting = async ({ child, recorded }: Writing): Promise<void> => {
  const before = recorded.length;
  for (
    const limit = performance.now() + 60_000;
    recorded.length < before + 5 && child.exitCode === null;
    await sleep(20)
  )
    if (performance.now() > limit) throw new Error('a process records nothing any more');
};

it('nothing is lost, nothing is twice, nothing changes its place', async () => {
  const [one, other] = [write(), write()];
  for (let n = 0; n < 3; n++) {
    await Promise.all([isWriting(one), isWriting(other)]);
    const killed = await cluster?.killLeader(2_500);
    if (REAL && process.env.KILL_LEADER) await shell(process.env.KILL_LEADER);
    await Promise.all([isWriting(one), isWriting(other)]);
    if (killed) await cluster!.comeBack(killed);
  }
  expect(await Promise.all([one.ended, other.ended])).toEqual([0, 0]);
  expect([...one.alarms, ...other.alarms]).toEqual([]);

  const log = await PostgresEventStore.open(database.url);
  const all = await log.readAll(0, 10_000);
  await log.close();
  expect(all.map(({ index }) => index)).toEqual(all.map((_, n) => n));
  const told = [...one.recorded, ...other.recorded].sort();
  expect(all.map(({ id, stream, rev }) => `${id} ${stream} ${rev}`).sort()).toEqual(told);
  const pool = new Pool({ connectionString: database.url, max: 1 });
  const compared = await reconcile(pool, storeUrl, began).finally(() => pool.end());
  expect(compared).toEqual({ same: all.length, passedOver: 0, differences: [], found: 0 });
}, 300_000);
