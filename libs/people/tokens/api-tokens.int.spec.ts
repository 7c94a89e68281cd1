import { DataSource } from 'typeorm';
import { migrate } from '@fil/log/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { ApiToken } from './api-token.entity';
import { ApiTokens } from './api-tokens';
import { TOKEN_MIGRATIONS } from './migrations/token-migrations';

let database: TestDatabase;
let source: DataSource;
const officer = {
  name: 'Bureau de la participation',
  role: 'official',
  body: 'participation',
  scopes: ['contributions'],
} as const;
const service = (): ApiTokens => new ApiTokens(source.getRepository(ApiToken));

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, TOKEN_MIGRATIONS);
  source = await new DataSource({ type: 'postgres', url: database.url, entities: [ApiToken] }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('access tokens', () => {
  it('are found by what was shown once, and give role, body and scopes', async () => {
    const tokens = service();
    const { id, token } = await tokens.create(officer);
    expect(token).toMatch(/^fil_[A-Za-z0-9_-]{43}$/);
    expect(await tokens.find(token)).toEqual({
      account: `token:${id}`,
      role: 'official',
      body: 'participation',
      scopes: ['contributions'],
    });
  });

  it('are kept as a digest only', async () => {
    const { token } = await service().create(officer);
    const rows = await source.query<Record<string, unknown>[]>('SELECT * FROM people.api_token');
    expect(JSON.stringify(rows)).not.toContain(token.slice(4));
    expect((await service().list())[0]).not.toHaveProperty('digest');
  });

  it('are not found when unknown or ill formed', async () => {
    expect(await service().find(`fil_${'A'.repeat(43)}`)).toBeNull();
    expect(await service().find("' or true --")).toBeNull();
  });

  it('cease to be accepted at once here when revoked, and within ten seconds elsewhere', async () => {
    const here = service();
    const elsewhere = service();
    const { id, token } = await here.create(officer);
    const now = Date.now();
    expect(await elsewhere.find(token, now)).not.toBeNull();
    expect(await here.find(token, now)).not.toBeNull();
    expect(await here.revoke(id)).toBe(true);
    expect(await here.find(token, now)).toBeNull();
    expect(await elsewhere.find(token, now + 10_001)).toBeNull();
    expect(await here.revoke(id)).toBe(false);
  });

  it('say on which day they were last used', async () => {
    const tokens = service();
    const { id, token } = await tokens.create(officer);
    await tokens.find(token, Date.parse('2026-03-03T23:30:00Z'));
    const row = (await tokens.list()).find((one) => one.id === id);
    expect(row).toMatchObject({ lastUsedOn: '2026-03-04', revokedAt: null });
  });
});
