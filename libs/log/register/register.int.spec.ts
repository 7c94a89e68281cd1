import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { EVENT_STORE_MIGRATIONS } from '../event-store/postgres/migrations/event-store-migrations';
import { openApplicationPool } from '../postgres/application-pool';
import { migrate } from '../postgres/migrate';
import { createRegister, readRegister } from './register';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, EVENT_STORE_MIGRATIONS);
  pool = await openApplicationPool(database.url, { max: 8 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('is created once, also by starts at the same moment, and stays', async () => {
  expect(await readRegister(pool)).toBeNull();
  await expect(
    createRegister(pool, { origin: 'participation.example.fr', demonstration: false, authoritySiret: null }),
  ).rejects.toThrow();
  const starts = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      createRegister(pool, { origin: `demo.invalid/${n}`, demonstration: true, authoritySiret: null }),
    ),
  );
  expect(starts.filter(({ created }) => created)).toHaveLength(1);
  const register = await readRegister(pool);
  for (const start of starts) expect(start.register).toEqual(register);
  expect(register!.instanceKey).toHaveLength(32);
});
