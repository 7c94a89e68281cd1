/**
 * Kills and breaks the register again and again and checks what is left of it:
 *
 *   npm run test:faults -- --rounds=200 --seed=42 --only=services
 *
 * A seed draws the same strikes and the same commands again; how they fall upon each other is the machine's.
 */
import { parseArgs } from 'node:util';
import { runScenario } from './run-scenario';
import { Product } from './product';
import { DEFAULT_ROUNDS, dealtOut, type ScenarioName, SCENARIOS } from './scenarios';

const NAMES = Object.keys(SCENARIOS) as ScenarioName[];

const { values } = parseArgs({
  // The first argument is this file's name, for the one that runs it.
  args: process.argv.slice(3),
  options: {
    rounds: { type: 'string', default: String(DEFAULT_ROUNDS) },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const rounds = Number(values.rounds);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const only = values.only as ScenarioName | undefined;
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed))
    throw new Error('--rounds and --seed are whole numbers');
  if (only !== undefined && !NAMES.includes(only)) throw new Error(`--only is one of ${NAMES.join(', ')}`);
  const began = performance.now();
  const product = Product.build();
  let [done, faulty] = [0, 0];
  try {
    for (const [name, its] of dealtOut(rounds, only ? [only] : NAMES)) {
      const result = await runScenario({ name, product, rounds: its, seed, say: console.log });
      done += result.rounds;
      if (result.faults.length > 0) faulty++;
    }
  } finally {
    product.remove();
  }
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${done} rounds in ${minutes} minutes: ${faulty === 0 ? 'nothing lost, nothing twice' : `${faulty} scenarios went WRONG`}`,
  );
  process.exitCode = faulty === 0 ? 0 : 1;
}

// An exit, so that nothing that was started or mounted is left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
