import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const run = join(__dirname, '../bench/run.cjs');

/** A worker in a process of its own, which takes a job of this name and never ends it: to be killed. */
export function spawnStuckWorker(databaseUrl: string, jobName: string, redisUrl?: string): ChildProcess {
  return spawn(process.execPath, [run, '../jobs/stuck-worker.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, JOB_NAME: jobName, REDIS_URL: redisUrl ?? '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
