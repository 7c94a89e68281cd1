/** A short version of `npm run test:crash`: fewer kills, the same checks. */
import { join } from 'node:path';
import { crashAppends } from './crash-appends';
import { crashImports } from './crash-imports';
import { MortalPostgres } from './mortal-postgres';
import { Product } from './product';

const SAMPLE = join(__dirname, '../../libs/exchange/paris/sample');
const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const replay = `replay with CRASH_SEED=${seed}`;

// It finds the processes of PostgreSQL in /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('kill -9', () => {
  let product: Product;
  let postgres: MortalPostgres;
  beforeAll(async () => {
    product = Product.build();
    postgres = await MortalPostgres.create();
  }, 60_000);
  afterAll(async () => {
    await postgres?.close();
    product?.remove();
  });

  it('of the application and of PostgreSQL loses nothing that was acknowledged and records nothing twice', async () => {
    const rounds = await crashAppends({
      product,
      postgres,
      rounds: 3,
      seed,
      clients: 8,
      longest: 1_000,
      onRound: () => undefined,
    });
    expect({ replay, faults: rounds.flatMap(({ faults }) => faults) }).toEqual({ replay, faults: [] });
    for (const { acknowledged, log, projections } of rounds) {
      expect(acknowledged).toBeGreaterThan(10);
      expect(log.size).toBeGreaterThan(acknowledged);
      expect(projections.rows).toBeGreaterThan(10);
    }
  }, 120_000);

  // A few rows of each file; `npm run test:crash` takes all of them.
  it('of an import, taken up again, gives the register of an import that nobody disturbed', async () => {
    const told = await crashImports({ product, postgres, folder: SAMPLE, kills: 3, seed, onKill: () => undefined });
    expect({ replay, faults: told.faults }).toEqual({ replay, faults: [] });
    expect(told.kills.filter(({ inTime }) => inTime).length).toBeGreaterThan(0);
    expect(told.events).toBeGreaterThan(50);
    expect(told.writtenByOneMore).toBe(0);
  }, 120_000);
});
