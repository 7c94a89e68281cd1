/** `npm run test:faults` with the rounds it has by default. */
import { runScenario } from './run-scenario';
import { Product } from './product';
import { DEFAULT_ROUNDS, dealtOut, type ScenarioName, SCENARIOS } from './scenarios';

const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
/** What can be installed, as .ci/run does, is not left out there; whether a file system may be mounted is not ours to say. */
const mustRun = (name: ScenarioName): boolean =>
  process.env['CI'] === 'true' && process.getuid?.() === 0 && name !== 'full-disk';

let product: Product;
beforeAll(() => {
  product = Product.build();
}, 120_000);
afterAll(() => product.remove());

it.each([...dealtOut(DEFAULT_ROUNDS, Object.keys(SCENARIOS) as ScenarioName[])])(
  'nothing is lost and nothing is there twice: %s',
  async (name, rounds) => {
    const impossible = SCENARIOS[name].impossible();
    if (impossible !== null && !mustRun(name)) return console.warn(`${name}: skipped, ${impossible}`);
    expect(impossible).toBeNull();
    const told: string[] = [];
    const { faults, rounds: done } = await runScenario({ name, product, rounds, seed, say: (line) => told.push(line) });
    // What was struck is said, too.
    expect({ told, faults }).toEqual({ told, faults: [] });
    expect(done).toBe(rounds);
  },
  600_000,
);
