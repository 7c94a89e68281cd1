import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { openApplicationPool } from './application-pool';
import { APPLICATION_ROLE, createApplicationRole } from './application-role';

describe('the application role', () => {
  let database: TestDatabase;
  let owner: Client;
  const user = `role_test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.url });
    await owner.connect();
    await createApplicationRole(owner);
    await owner.query(`CREATE ROLE ${user} LOGIN PASSWORD '${user}'`);
  });
  afterAll(async () => {
    await owner.query(`DROP ROLE ${user}`);
    await owner.end();
    await database.drop();
  });

  async function actsAs(): Promise<string> {
    const url = new URL(database.url);
    url.username = url.password = user;
    const pool = await openApplicationPool(url.href);
    try {
      return (await pool.query<{ role: string }>('SELECT current_role AS role')).rows[0]!.role;
    } finally {
      await pool.end();
    }
  }

  it('is taken by who may', async () => {
    await owner.query(`GRANT ${APPLICATION_ROLE} TO ${user}`);
    expect(await actsAs()).toBe(APPLICATION_ROLE);
    await owner.query(`REVOKE ${APPLICATION_ROLE} FROM ${user}`);
  });

  it('is left to others by who may not', async () => {
    expect(await actsAs()).toBe(user);
  });

  it('is left to others by who may grant it and not act as it', async () => {
    const { rows } = await owner.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    // Before PostgreSQL 16 there is no such thing: who may grant a role may act as it.
    const grant = rows[0]!.version < 160000 ? '' : ' WITH ADMIN TRUE, SET FALSE, INHERIT FALSE';
    await owner.query(`GRANT ${APPLICATION_ROLE} TO ${user}${grant}`);
    expect(await actsAs()).toBe(grant === '' ? APPLICATION_ROLE : user);
    await owner.query(`REVOKE ${APPLICATION_ROLE} FROM ${user}`);
  });
});
