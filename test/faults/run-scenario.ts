import { Evidence } from './evidence';
import type { Product } from './product';
import { type ScenarioName, SCENARIOS } from './scenarios';

export interface ScenarioRun {
  readonly name: ScenarioName;
  readonly product: Product;
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface ScenarioResult {
  readonly rounds: number;
  readonly faults: readonly string[];
}

/** Runs a scenario, tells each round, and keeps what the programs said when something was wrong. */
export async function runScenario({ name, product, rounds, seed, say }: ScenarioRun): Promise<ScenarioResult> {
  const scenario = SCENARIOS[name];
  const impossible = scenario.impossible();
  if (impossible !== null) {
    say(`${name}: skipped, ${impossible}`);
    return { rounds: 0, faults: [] };
  }
  const again = `npm run test:faults -- --only=${name} --rounds=${rounds} --seed=${seed}`;
  say(`${name}: ${rounds} rounds with seed ${seed} (again: ${again})`);
  const evidence = Evidence.begin(`${name}-${seed}`);
  const faults: string[] = [];
  const lines: string[] = [];
  let done = 0;
  const tell = (line: string): void => {
    lines.push(line);
    say(line);
  };
  try {
    await scenario.run({
      product,
      rounds,
      seed,
      evidence,
      tell: (round) => {
        faults.push(...round.faults);
        const verdict = round.faults.length === 0 ? 'well' : `WRONG:\n  ${round.faults.join('\n  ')}`;
        tell(`${name} ${++done}: ${round.what}; ${verdict}`);
      },
    });
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    faults.push(told);
    tell(`${name} ${done + 1}: BROKEN: ${told}`);
  }
  const wrong = faults.length > 0;
  if (wrong) evidence.note('rounds.txt', `${again}\n\n${lines.join('\n')}\n`);
  await evidence.end(wrong);
  if (!wrong) return { rounds: done, faults };
  const kept = `what the programs said is in ${evidence.folder}; again: ${again}`;
  say(`${name}: ${kept}`);
  return { rounds: done, faults: [...faults, kept] };
}
