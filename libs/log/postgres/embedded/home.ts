import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account';
import { environmentOfPostgres } from './environment';
import { type Installation, postgresMajor } from './installation';
import { isAlive } from './postmaster';
import { canEnter, giveTo, placeOutsideTheProject } from './reach';

/** One data directory: the cluster and what belongs beside it. */
export interface Home {
  readonly root: string;
  readonly cluster: string;
  readonly log: string;
  readonly users: string;
  readonly password: string;
}

export const superuser = 'fil';

export interface HomeRequest {
  readonly dataDir: string;
  readonly installation: Installation;
  readonly account: Account;
  readonly durable: boolean;
  readonly onProgress: (message: string) => void;
}

/**
 * Two first starts at the same moment each make a complete directory of their own and publish it in one step: the
 * second to publish throws its own away. No lock is held, so none can be left behind by a crash.
 */
export async function openHome(request: HomeRequest): Promise<Home> {
  if (!existsSync(join(request.dataDir, 'cluster', 'PG_VERSION'))) await makeHome(request);
  return existingHome(request.dataDir);
}

/** @throws when there is none, when it may not be read, or when another major version made it */
export function existingHome(dataDir: string): Home {
  const root = realpathSync(dataDir);
  const cluster = join(root, 'cluster');
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (Number(major) !== postgresMajor) {
    throw new Error(`${dataDir} was made by PostgreSQL ${major}; this is PostgreSQL ${postgresMajor}.`);
  }
  const password = readFileSync(join(root, 'password'), 'utf8').trim();
  return { root, cluster, password, log: join(root, 'server.log'), users: join(root, 'users') };
}

async function makeHome({ dataDir, installation, account, durable, onProgress }: HomeRequest): Promise<void> {
  onProgress(`Preparing PostgreSQL ${postgresMajor} (first start)`);
  const parent = dirname(dataDir);
  mkdirSync(parent, { recursive: true });
  sweepUnfinished(dataDir);
  const inside = canEnter(account, parent);
  const fresh = inside
    ? mkdtempSync(`${dataDir}.new-${process.pid}-`)
    : mkdtempSync(join(placeOutsideTheProject(), `${basename(dataDir)}-`));
  try {
    chmodSync(fresh, 0o700);
    giveTo(account, fresh);
    await initialise(installation, account, fresh, durable);
    if (inside) renameSync(fresh, dataDir);
    else {
      symlinkSync(fresh, dataDir);
      onProgress(`The account that runs PostgreSQL cannot enter ${parent}: the data are in ${fresh}`);
    }
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(dataDir, 'cluster', 'PG_VERSION'))) throw error;
  }
}

async function initialise(installation: Installation, account: Account, root: string, durable: boolean): Promise<void> {
  const password = join(root, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(account, password);
  // Without these the encoding and the order of words would follow the LANG of whoever starts first.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, `--pwfile=${password}`, '--auth=scram-sha-256'];
  const safety = durable ? ['--data-checksums'] : ['--data-checksums', '--no-sync'];
  const options = { ...account, cwd: root, env: environmentOfPostgres() };
  const child = spawn(installation.initdb, ['-D', join(root, 'cluster'), ...locale, ...access, ...safety], options);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status !== 0) throw new Error(`PostgreSQL could not prepare its data directory:\n${said.trim()}`);
}

/** What a first start that was killed left behind. */
function sweepUnfinished(dataDir: string): void {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir)).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}
