import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account';
import { environmentOfPostgres } from './environment';
import { freePort } from './free-port';
import type { Home } from './home';
import type { Installation } from './installation';
import { type Postmaster, isAlive, readPostmaster } from './postmaster';

export type Settings = Readonly<Record<string, string | number>>;

const logKept = 10_000_000;
const linesShown = 15;

/** Starts a server; `undefined` when another process was quicker on the same directory. */
export async function startServer(
  installation: Installation,
  home: Home,
  account: Account,
  settings: Settings,
  onProgress: (message: string) => void,
): Promise<Postmaster | undefined> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryToStart(installation, home, account, settings, onProgress);
    if (typeof outcome !== 'string') return outcome;
    if (outcome.includes('lock file "postmaster.pid" already exists')) return undefined;
    // The port was free when we looked, but someone may take it in between.
    if (attempt < 3 && outcome.includes('could not bind')) continue;
    throw new Error(`PostgreSQL did not start. The end of ${home.log}:\n${outcome}`);
  }
}

async function tryToStart(
  { postgres }: Installation,
  home: Home,
  account: Account,
  settings: Settings,
  onProgress: (message: string) => void,
): Promise<Postmaster | string> {
  const all: Settings = {
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: await freePort(),
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { descriptor, offset } = openLog(home.log);
  // Detached: Ctrl-C in a terminal reaches the whole group; PostgreSQL must outlive the application's last writes.
  const child = spawn(postgres, ['-D', home.cluster, ...args], {
    ...account,
    cwd: home.root,
    env: environmentOfPostgres(),
    stdio: ['ignore', descriptor, descriptor],
    detached: true,
  });
  closeSync(descriptor);
  child.unref();
  let ended: (() => string) | undefined;
  child.on('error', (error) => (ended = () => error.message));
  child.on('exit', () => (ended ??= () => endOfLog(home.log, offset)));

  const slow = setTimeout(() => onProgress('PostgreSQL is starting (after a crash it first recovers)'), 1000);
  try {
    while (ended === undefined) {
      const postmaster = readPostmaster(home.cluster);
      if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster;
      await sleep(10);
    }
    return ended();
  } finally {
    clearTimeout(slow);
  }
}

/** A "fast" stop: open transactions are rolled back, nothing committed is lost. */
export async function stopServer({ pgCtl }: Installation, home: Home, { pid }: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    const child = spawn(pgCtl, ['stop', '-D', home.cluster, '-m', 'fast', '-w'], { stdio: 'ignore' });
    await new Promise((resolve) => child.on('error', resolve).on('exit', resolve));
    return;
  }
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  while (readPostmaster(home.cluster)?.pid === pid) await sleep(10);
}

function openLog(log: string): { descriptor: number; offset: number } {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logKept) renameSync(log, `${log}.1`);
  return { descriptor: openSync(log, 'a', 0o600), offset: size > logKept ? 0 : size };
}

function endOfLog(log: string, offset: number): string {
  return readFileSync(log).subarray(offset).toString().trim().split('\n').slice(-linesShown).join('\n');
}
