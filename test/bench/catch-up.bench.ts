/**
 * `npm run bench:catch-up`: a log projected into all views from the first event on, beside the bare reading of it, on one
 * PostgreSQL with its usual durability. Each measure is a process of its own, so that its peak memory is its own.
 *
 *   npm run bench:catch-up -- [--years=10] [--only=all|read|<projection>] [--rounds=3]
 *
 * A year is about 100,000 events.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { withBenchRegister } from './bench-register';
import { writeStory, yearOfATown } from './year-of-a-town';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    years: { type: 'string', default: '1' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});
const { only } = values;

async function main(): Promise<void> {
  await withBenchRegister('catch-up', async (register, url) => {
    const began = performance.now();
    for (let year = 0; year < Number(values.years); year++) await writeStory(register, yearOfATown());
    const size = await register.store.size();
    console.log(`${size.toLocaleString('en')} events written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await register.pool.query('ANALYZE');
    const names = ['read', ...VIEW_PROJECTIONS.map(({ name }) => name)].filter((name) => !only || only === name);
    for (const name of names) measureOnce(url, name);
    for (let round = 0; round < Number(values.rounds) && (!only || only === 'all'); round++) measureOnce(url, 'all');
  });
}

function measureOnce(url: string, what: string): void {
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, __filename.replace(/catch-up\.bench\.ts$/, 'run.cjs'), 'catch-up-once.ts', url, what],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error(`the measure of ${what} ended with ${status}`);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
