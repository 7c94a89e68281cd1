import { writeSync } from 'node:fs';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { Rebuild, type Stage } from '@fil/log/projections/rebuild/rebuild';
import { Vault } from '@fil/log/vault/vault';
import { counting } from '../register/counting';
import type { Standstill } from './rebuild-process';

const databaseUrl = process.env['DATABASE_URL']!;
const at = process.env['STAND_STILL'] as Standstill;

/** For ever, with whatever locks there are. */
function standStill(): void {
  writeSync(1, 'here\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

async function main(): Promise<void> {
  const store = await PostgresEventStore.open(databaseUrl);
  const vault = new Vault(await PostgresVaultStore.open(databaseUrl), EVENT_SCHEMA);
  let stage: Stage = 'filling';
  const size = store.size.bind(store);
  store.size = () => {
    // The swap asks for it after it has locked the cursor.
    if (stage === 'swapping' && at === 'with the cursor locked') standStill();
    return size();
  };
  const onProgress = (now: Stage, done: number): void => {
    stage = now;
    if (at === 'between two batches' && done >= 10) standStill();
    if (at === 'before the indexes' && stage === 'indexing') standStill();
  };
  const pool = await openApplicationPool(databaseUrl);
  await new Rebuild(counting('killed'), pool, store, vault, { batch: 5, onProgress }).run();
}

void main();
