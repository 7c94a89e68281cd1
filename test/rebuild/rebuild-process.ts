import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const run = join(__dirname, '../bench/run.cjs');

/** Points at which a rebuild in a process of its own stands still, to be killed. */
export const STANDSTILLS = ['between two batches', 'before the indexes', 'with the cursor locked'] as const;
export type Standstill = (typeof STANDSTILLS)[number];

/** Resolves when it stands still. It rebuilds `counting('killed')`. */
export async function spawnRebuild(databaseUrl: string, at: Standstill): Promise<ChildProcess> {
  const child = spawn(process.execPath, [run, '../rebuild/stuck-rebuild.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, STAND_STILL: at },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the rebuild ended with ${String(code)}`);
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return child;
}
