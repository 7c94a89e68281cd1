import { Logger } from '@nestjs/common';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { engineOfLog } from '@fil/log/event-store/eventstoredb/engine-of-log';
import { EventStoreDbEventStore } from '@fil/log/event-store/eventstoredb/eventstoredb-event-store';
import { EventStoreDbVaultStore } from '@fil/log/event-store/eventstoredb/eventstoredb-vault-store';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import type { VaultStore } from '@fil/log/vault/vault-store.port';
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
  readonly store: EventStore;
  readonly vaultStore: VaultStore;
  /** For read models, tokens and cursors. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * Migrates the database and opens the register in it.
 *
 * @param begin what to begin when there is none yet; without it, null is returned then.
 * @param eventStoreUrl of an EventStoreDB; without it the events stand in PostgreSQL. A log keeps its engine for ever.
 */
export async function openRegister(
  url: string,
  begin?: Omit<Register, 'instanceKey'>,
  eventStoreUrl: string | undefined = process.env['EVENTSTORE_URL'] || undefined,
): Promise<OpenRegister | null> {
  await migrate(url, MIGRATIONS);
  const pool = await openApplicationPool(url, { max: 8 });
  const register = (await readRegister(pool)) ?? (begin && (await createRegister(pool, begin)).register);
  if (!register) {
    await pool.end();
    return null;
  }
  const { store, vaultStore } = await openEngine(url, pool, eventStoreUrl);
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

type Closing = { close(): Promise<void> };
interface Engine {
  readonly store: EventStore & Closing;
  readonly vaultStore: VaultStore & Closing;
}

async function openEngine(url: string, pool: Pool, eventStoreUrl: string | undefined): Promise<Engine> {
  if (eventStoreUrl !== undefined) {
    const onAlarm = (message: string): void => new Logger('log').error(message);
    const vaultStore = await EventStoreDbVaultStore.open(url);
    return { store: await EventStoreDbEventStore.open(url, eventStoreUrl, { onAlarm }), vaultStore };
  }
  if ((await engineOfLog(pool)) === 'eventstoredb') throw new MissingEventStore();
  return { store: await PostgresEventStore.open(url), vaultStore: await PostgresVaultStore.open(url) };
}

/** Going on in PostgreSQL alone would fork the log. */
class MissingEventStore extends ExplainedError {
  constructor() {
    super('register.engineMissing', 'busy', {
      fr: 'Les événements de ce registre sont dans EventStoreDB : indiquez son adresse dans EVENTSTORE_URL.',
      en: 'The events of this register are in EventStoreDB: name its address in EVENTSTORE_URL.',
    });
  }
}
