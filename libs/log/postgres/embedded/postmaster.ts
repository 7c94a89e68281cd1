import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says about itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
  /** Tells one run of the server from the next, which may have the same pid. */
  readonly run: string;
}

export function readPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = lookForPostmaster(cluster);
  if (postmaster !== 'something else') return postmaster;
  // Common in containers, where pids start again from 1: PostgreSQL itself would refuse to start.
  rmSync(fileIn(cluster), { force: true });
  return undefined;
}

/** Changes nothing, not even a file that a server which is gone has left and that now names another program. */
export function lookForPostmaster(cluster: string): Postmaster | 'something else' | undefined {
  const [pid, , startedAt, port, , , , status] = linesOf(fileIn(cluster));
  if (!pid || !isAlive(Number(pid))) return undefined;
  if (isSomethingElse(Number(pid))) return 'something else';
  return {
    pid: Number(pid),
    port: Number(port),
    status: status?.trim() ?? 'starting',
    run: `${pid}-${startedAt ?? ''}`,
  };
}

const fileIn = (cluster: string): string => join(cluster, 'postmaster.pid');

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isSomethingElse(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return commandLine !== '' && !commandLine.includes('postgres');
  } catch {
    return false;
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
