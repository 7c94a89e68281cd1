import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { migrate } from '@fil/log/postgres/migrate';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { createRegister, readRegister, type Register } from '@fil/log/register/register';
import type { Pool } from 'pg';
import { MIGRATIONS } from './migrations';

/** A register with its log and its vault open. */
export interface OpenRegister {
  readonly url: string;
  readonly register: Register;
  readonly store: PostgresEventStore;
  readonly vaultStore: PostgresVaultStore;
  /** For read models, tokens and cursors. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * Migrates the database and opens the register in it.
 *
 * @param begin what to begin when there is none yet; without it, null is returned then.
 */
export async function openRegister(url: string, begin?: Omit<Register, 'instanceKey'>): Promise<OpenRegister | null> {
  await migrate(url, MIGRATIONS);
  const pool = await openApplicationPool(url, { max: 8 });
  const register = (await readRegister(pool)) ?? (begin && (await createRegister(pool, begin)).register);
  if (!register) {
    await pool.end();
    return null;
  }
  const store = await PostgresEventStore.open(url);
  const vaultStore = await PostgresVaultStore.open(url);
  return {
    url,
    register,
    store,
    vaultStore,
    pool,
    close: async () => {
      await store.close();
      await vaultStore.close();
      await pool.end();
    },
  };
}
