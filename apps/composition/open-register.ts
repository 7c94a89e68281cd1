import { Logger } from '@nestjs/common';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { refuseWhileRestoring } from '@fil/log/backup/restoring';
import { engineOfLog } from '@fil/log/event-store/eventstoredb/engine-of-log';
import { EventStoreDbEventStore, type Integration } from '@fil/log/event-store/eventstoredb/eventstoredb-event-store';
import { EventStoreDbVaultStore } from '@fil/log/event-store/eventstoredb/eventstoredb-vault-store';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import type { VaultStore } from '@fil/log/vault/vault-store.port';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { MeasuredEventStore } from '@fil/log/metrics/measured-event-store';
import { Metrics } from '@fil/log/metrics/metrics';
import { migrate } from '@fil/log/postgres/migrate';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { createRegister, readRegister, type Register } from '@fil/log/register/register';
import { ensureSigningKey } from '@fil/log/checkpoints/signing-keys';
import type { Pool } from 'pg';
import { MIGRATIONS } from './migrations';
import type { Settings } from './settings';
import { guardAppends } from './signing/guard-appends';
import { keyFileOf } from './signing/log-places';

/** A register with its log and its vault open. */
export interface OpenRegister {
  readonly url: string;
  readonly register: Register;
  readonly store: EventStore;
  readonly vaultStore: VaultStore;
  /** For read models, tokens and cursors. */
  readonly pool: Pool;
  /** What this program measures; the appends are in it from the start. */
  readonly metrics: Metrics;
  /** How far the log has caught up with EventStoreDB; null where PostgreSQL keeps the events. */
  readonly integration: (() => Promise<Integration>) | null;
  close(): Promise<void>;
}

/**
 * Migrates the database and opens the register in it.
 *
 * @param begin what to begin when there is none yet; without it, null is returned then.
 * @param settings with which nothing is recorded in a database that is older than what was signed of it; tools that open
 *   a register as it is go without
 * @param eventStoreUrl of an EventStoreDB; without it the events stand in PostgreSQL. A log keeps its engine for ever.
 */
export async function openRegister(
  url: string,
  begin?: Omit<Register, 'instanceKey'>,
  eventStoreUrl: string | undefined = process.env['EVENTSTORE_URL'] || undefined,
  settings?: Settings,
): Promise<OpenRegister | null> {
  await refuseWhileRestoring(url);
  await migrate(url, MIGRATIONS);
  const pool = await openApplicationPool(url, { max: 8 });
  const register = (await readRegister(pool)) ?? (begin && (await createOne(pool, begin, settings)));
  if (!register) {
    await pool.end();
    return null;
  }
  const metrics = new Metrics();
  const { store, vaultStore, integration } = await openEngine(url, pool, eventStoreUrl, metrics).catch(
    async (error: unknown) => {
      await pool.end();
      throw error;
    },
  );
  const measured = new MeasuredEventStore(store, metrics);
  const guarded = { pool, origin: register.origin, refills: integration !== null };
  return {
    url,
    register,
    store: settings ? guardAppends(measured, guarded, settings) : measured,
    vaultStore,
    pool,
    metrics,
    integration,
    close: async () => {
      await store.close();
      await vaultStore.close();
      await pool.end();
    },
  };
}

/** With the key that will sign it, where signing is set up: it can be copied to a safe place before anything is recorded. */
async function createOne(
  pool: Pool,
  begin: Omit<Register, 'instanceKey'>,
  settings: Settings | undefined,
): Promise<Register> {
  const { register } = await createRegister(pool, begin);
  if (settings) await ensureSigningKey(pool, keyFileOf(settings, register.origin));
  return register;
}

type Closing = { close(): Promise<void> };
interface Engine {
  readonly store: EventStore & Closing;
  readonly vaultStore: VaultStore & Closing;
  readonly integration: OpenRegister['integration'];
}

async function openEngine(
  url: string,
  pool: Pool,
  eventStoreUrl: string | undefined,
  metrics: Metrics,
): Promise<Engine> {
  const onBatch = (appends: number): void => metrics.batch.observe(appends);
  if (eventStoreUrl !== undefined) {
    const onAlarm = (message: string): void => new Logger('log').error(message);
    const vaultStore = await EventStoreDbVaultStore.open(url);
    const store = await EventStoreDbEventStore.open(url, eventStoreUrl, { onAlarm, onBatch });
    return { store, vaultStore, integration: () => store.integration() };
  }
  if ((await engineOfLog(pool)) === 'eventstoredb') throw new MissingEventStore();
  const onTrouble = (message: string): void => new Logger('log').warn(message);
  const store = await PostgresEventStore.open(url, { onBatch, onTrouble });
  return { store, vaultStore: await PostgresVaultStore.open(url), integration: null };
}

/** Going on in PostgreSQL alone would fork the log. */
class MissingEventStore extends ExplainedError {
  constructor() {
    super('register.engineMissing', 'conflict', {
      fr: 'Les événements de ce registre sont dans EventStoreDB : indiquez son adresse dans EVENTSTORE_URL.',
      en: 'The events of this register are in EventStoreDB: name its address in EVENTSTORE_URL.',
    });
  }
}
