import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';
import { isAlive } from './postmaster';

let folder: string;
let dataDir: string;
const processes: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fil-embedded-'));
  // Open to all, as most projects are.
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'pg18');
});

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  await waitUntil(() => !serverRuns());
  rmSync(folder, { recursive: true, force: true });
});

it('starts, keeps the data, and starts again', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  expect(first.owned).toBe(true);
  await query(first.url, `create table kept as select 'été' as word`);
  await first.stop();
  expect(serverRuns()).toBe(false);

  const second = await startEmbeddedPostgres({ dataDir, settings: { work_mem: '12MB' } });
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'été' }]);
  expect(await query(second.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  expect(await query(second.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await query(second.url, 'show work_mem')).toEqual([{ work_mem: '12MB' }]);
  await second.stop();
});

it('lets nobody in without the password, which only its account can read', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  const url = new URL(server.url);
  url.password = 'guess';
  await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
  await server.stop();
});

it('is adopted by a second process, and the last to leave stops it', async () => {
  const owner = await launch();
  const guest = await startEmbeddedPostgres({ dataDir });
  expect(owner).toMatchObject({ owned: true, url: guest.url });
  expect(guest.owned).toBe(false);

  owner.child.kill('SIGTERM');
  await once(owner.child, 'exit');
  expect(await query(guest.url, 'select 1 as still')).toEqual([{ still: 1 }]);
  await guest.stop();
  expect(serverRuns()).toBe(false);
});

it('stays for the others when one process is killed', async () => {
  const owner = await launch();
  const guest = await startEmbeddedPostgres({ dataDir });
  owner.child.kill('SIGKILL');
  await sleep(700);
  expect(await query(guest.url, 'select 1 as still')).toEqual([{ still: 1 }]);
  await guest.stop();
});

it('is stopped after a kill -9 of Node, and every commit is there afterwards', async () => {
  const owner = await launch();
  await query(owner.url, 'create table kept (n int)');
  const client = new Client({ connectionString: owner.url });
  client.on('error', () => undefined);
  await client.connect();
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged + 1]);
      acknowledged++;
    }
  })().catch(() => undefined);
  await sleep(300);
  owner.child.kill('SIGKILL');
  await waitUntil(() => !serverRuns());
  await writing;

  const again = await startEmbeddedPostgres({ dataDir });
  expect(again.owned).toBe(true);
  const [row] = await query(again.url, 'select count(*)::int as n from kept');
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(0);
  await again.stop();
});

it('starts at once after a kill -9, without waiting for the old server to be gone', async () => {
  const owner = await launch();
  await query(owner.url, 'create table kept as select 1 as n');
  owner.child.kill('SIGKILL');
  const again = await startEmbeddedPostgres({ dataDir });
  await sleep(700);
  expect(await query(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await again.stop();
});

it('recovers after a kill -9 of PostgreSQL itself', async () => {
  const owner = await launch();
  await query(owner.url, 'create table kept as select 1 as n');
  process.kill(postmasterPid(), 'SIGKILL');
  await waitUntil(() => !serverRuns());
  const again = await startEmbeddedPostgres({ dataDir });
  expect(again.owned).toBe(true);
  expect(await query(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await again.stop();
});

it('survives two first starts at the same moment: one starts, the other adopts', async () => {
  const both = await Promise.all([launch(), launch()]);
  expect(both.map(({ owned }) => owned).sort()).toEqual([false, true]);
  expect(both[0].url).toBe(both[1].url);
  expect(readdirSync(folder)).toEqual(['pg18']);
});

it('is not fooled by the process number of a server that is gone', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();
  writeFileSync(pidFile, [process.pid, ...rest].join('\n'));
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.owned).toBe(true);
  await second.stop();
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;

asRoot('keeps the data where its account can reach them when the folder is closed to it', async () => {
  chmodSync(folder, 0o700);
  const said: string[] = [];
  const first = await startEmbeddedPostgres({ dataDir, onProgress: (text) => said.push(text) });
  await query(first.url, 'create table kept as select 1 as n');
  await first.stop();
  const outside = realpathSync(dataDir);
  expect(outside).not.toContain(folder);
  expect(said.join()).toContain(outside);

  const second = await startEmbeddedPostgres({ dataDir });
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
  rmSync(outside, { recursive: true });
});

it('says why it did not start, with the last lines of the log', async () => {
  await expect(startEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'lots' } })).rejects.toThrow(
    /did not start[^]*invalid value for parameter "shared_buffers"/,
  );
});

async function launch(): Promise<{ url: string; owned: boolean; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(__dirname, 'launcher-process.cjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { ...(JSON.parse(line) as { url: string; owned: boolean }), child };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function serverRuns(): boolean {
  try {
    return isAlive(postmasterPid());
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 500) throw new Error('It did not happen within 10 s.');
    await sleep(20);
  }
}
