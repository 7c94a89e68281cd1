/** `npm run test:faults` with the rounds it has by default. */
import { runScenario } from './run-scenario';
import { Product } from './product';
import { DEFAULT_ROUNDS, dealtOut, type ScenarioName, SCENARIOS } from './scenarios';

const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
/** Where all that is needed can be installed, as in .ci/run, nothing is left out. */
const mustRun = process.env['CI'] === 'true' && process.getuid?.() === 0;

let product: Product;
beforeAll(() => {
  product = Product.build();
}, 120_000);
afterAll(() => product.remove());

it.each([...dealtOut(DEFAULT_ROUNDS, Object.keys(SCENARIOS) as ScenarioName[])])(
  'nothing is lost and nothing is there twice: %s',
  async (name, rounds) => {
    const impossible = SCENARIOS[name].impossible();
    if (impossible !== null && !mustRun) return console.warn(`${name}: skipped, ${impossible}`);
    expect(impossible).toBeNull();
    const told: string[] = [];
    const { faults, rounds: done } = await runScenario({ name, product, rounds, seed, say: (line) => told.push(line) });
    // What was struck is said, too.
    expect({ told, faults }).toEqual({ told, faults: [] });
    expect(done).toBe(rounds);
  },
  600_000,
);
