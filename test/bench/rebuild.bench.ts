/**
 * `npm run bench:rebuild`: each view made anew beside the one that is read, against the bare cost of reading the log and
 * opening its words, which every projection needs first.
 *
 *   npm run bench:rebuild -- [--steps=20000] [--rounds=3]
 */
import { parseArgs } from 'node:util';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { TestRegister } from '../register/test-register';
import { withBenchRegister } from './bench-register';
import { writeStory, yearOfATown } from './year-of-a-town';

const BATCH = 2_000;
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { steps: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '3' } },
});

async function read({ store, vault }: TestRegister, size: number): Promise<void> {
  for (let from = 0; from < size; from += BATCH) {
    await vault.open((await store.readAll(from, BATCH)).map(toRecordedEvent), 'public');
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function main(): Promise<void> {
  await withBenchRegister('rebuild', async (register) => {
    await writeStory(register, yearOfATown().slice(0, Number(values.steps)));
    const size = await register.store.size();
    const runner = register.runner();
    await runner.prepare();
    await runner.catchUp();
    await register.pool.query('ANALYZE');
    console.log(`${size.toLocaleString('en')} events; seconds, and how many times the bare reading`);
    for (let round = 1; round <= Number(values.rounds); round++) {
      const bare = await seconds(() => read(register, size));
      const results = [`reading ${bare.toFixed(2)}`];
      for (const projection of VIEW_PROJECTIONS) {
        const took = await seconds(() => register.rebuild(projection));
        results.push(`${projection.name} ${took.toFixed(2)} (×${(took / bare).toFixed(1)})`);
      }
      console.log(results.join(' · '));
    }
  });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
