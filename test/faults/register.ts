/** Begins a register as its owner would, with an instance key that is chosen: two registers then give the same ids. */
import { DataSource } from 'typeorm';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { migrate } from '@fil/log/postgres/migrate';
import { ApiToken } from '@fil/people/tokens/api-token.entity';
import { ApiTokens } from '@fil/people/tokens/api-tokens';
import { SCOPES } from '@fil/people/tokens/principal';
import { MIGRATIONS } from '../../apps/composition/migrations';

export const ORIGIN = 'crash.test.invalid';
const INSTANCE_KEY = Buffer.alloc(32, 0x5a);

export async function beginRegister(url: string, siret: string): Promise<void> {
  await migrate(url, MIGRATIONS);
  const pool = await openApplicationPool(url, { max: 1 });
  try {
    await pool.query('SELECT log.create_register($1, $2, $3, $4)', [ORIGIN, false, siret, INSTANCE_KEY]);
  } finally {
    await pool.end();
  }
}

/** A token with every scope, for the body `voirie`. */
export async function createToken(url: string): Promise<string> {
  const source = await new DataSource({ type: 'postgres', url, entities: [ApiToken] }).initialize();
  try {
    const tokens = new ApiTokens(source.getRepository(ApiToken));
    return (await tokens.create({ name: 'crash', role: 'official', body: 'voirie', scopes: SCOPES })).token;
  } finally {
    await source.destroy();
  }
}
