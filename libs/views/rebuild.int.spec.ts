import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../test/e2e/eventually';
import { admission, deposit, newContribution } from '../../test/register/counting';
import { TestRegister } from '../../test/register/test-register';
import { VIEW_PROJECTIONS } from './projections';
import { ViewReader } from './reading/view-reader';
import { STANDINGS } from './standings/standings.projection';
import { ContributionStandingRow } from './standings/standings.entity';
import { HistoryEventRow } from './history/history.entity';
import { HISTORY } from './history/history.projection';

const LONG = 120_000;

describe('views that are made anew while they are read', () => {
  let register: TestRegister;
  let reader: ViewReader;

  beforeEach(async () => {
    register = await TestRegister.open();
    reader = new ViewReader(register.dataSource, register.readYourWrites);
  });
  afterEach(() => register.close());

  const deposits = async (count: number): Promise<void> => {
    const streams = Array.from({ length: count }, newContribution);
    await Promise.all(streams.map((stream) => register.append(stream, [deposit(), admission()], { person: stream })));
  };
  const definitions = async (): Promise<unknown> => {
    const tables = await register.pool.query(`
      SELECT c.relname, json_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull ||
        coalesce(pg_get_expr(d.adbin, d.adrelid), '') ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'views'::regnamespace AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`);
    const indexes = await register.pool.query(
      `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'views' ORDER BY 1`,
    );
    return [tables.rows, indexes.rows];
  };

  /** The events so far, as two views tell it, with the size that the reader is shown: three times the same number. */
  const told = (between: () => Promise<void> = () => Promise.resolve()): Promise<number[]> =>
    reader.read([HISTORY, STANDINGS], { today: '2026-06-15' }, async (manager, shown) => {
      await between();
      const events = await manager.count(HistoryEventRow);
      const standings = await manager.count(ContributionStandingRow);
      return [shown.size, events, 2 * standings];
    });

  it('keep their definitions, all of them', async () => {
    await register.runner().prepare();
    const before = await definitions();
    await deposits(2);
    for (const projection of VIEW_PROJECTIONS) await register.rebuild(projection);
    expect(await definitions()).toEqual(before);
  });

  it(
    'let a reader who has begun end in the moment that she reads',
    async () => {
      await deposits(5);
      const runner = register.runner();
      await runner.prepare();
      expect(await runner.catchUp()).toEqual([]);
      let attempts = 0;
      let rebuilding: Promise<unknown> | undefined;
      const seen = await told(async () => {
        // She has looked at no table yet; what is put in place of one would be too new for her.
        await deposits(5);
        rebuilding = register.rebuild(HISTORY, { onProgress: (stage) => (attempts += Number(stage === 'swapping')) });
        await eventually('two attempts', () => Promise.resolve(attempts >= 2), 20_000);
      });
      expect(seen).toEqual([10, 10, 10]);
      expect(await rebuilding).toMatchObject({ status: 'swapped', size: 20 });
      expect(await runner.catchUp()).toEqual([]);
      expect(await told()).toEqual([20, 20, 20]);
    },
    LONG,
  );

  it(
    'are always told in one moment, which never goes back',
    async () => {
      await deposits(20);
      const runner = register.runner();
      await runner.prepare();
      await runner.catchUp();
      await runner.start();
      let over = false;
      const writing = (async () => {
        while (!over) {
          await deposits(1);
          await sleep(5);
        }
      })();
      const reading = Array.from({ length: 3 }, async () => {
        const seen: number[][] = [];
        while (!over) seen.push(await told());
        return seen;
      });
      try {
        for (let times = 0; times < 3; times++) {
          await Promise.all([register.rebuild(HISTORY), register.rebuild(STANDINGS)]);
        }
      } finally {
        over = true;
        await writing;
      }
      for (const seen of await Promise.all(reading)) {
        expect(seen.length).toBeGreaterThan(0);
        for (const [n, [size, events]] of seen.entries()) {
          // The size is that of the view furthest behind.
          expect(events).toBeGreaterThanOrEqual(size!);
          if (n > 0)
            for (const [i, count] of seen[n]!.entries()) expect(count).toBeGreaterThanOrEqual(seen[n - 1]![i]!);
        }
      }
      await runner.stop();
      expect(await runner.catchUp()).toEqual([]);
      const size = await register.store.size();
      expect(await told()).toEqual([size, size, size]);
    },
    LONG,
  );
});
