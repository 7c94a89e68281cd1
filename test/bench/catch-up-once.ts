/** One measure of `catch-up.bench.ts`: a URL, and what is to be done once: `read`, a projection, or `all`. */
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { PostgresEventStore } from '@fil/log/event-store/postgres/postgres-event-store';
import { PostgresVaultStore } from '@fil/log/event-store/postgres/postgres-vault-store';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { ProjectionRunner } from '@fil/log/projections/projection-runner';
import { dropVersion } from '@fil/log/projections/versions';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';

const BATCH = 2_000;

async function main([url, what]: string[]): Promise<void> {
  const pool = await openApplicationPool(url!, { max: 8 });
  const store = await PostgresEventStore.open(url!);
  const vaultStore = await PostgresVaultStore.open(url!);
  const vault = new Vault(vaultStore, EVENT_SCHEMA);
  const projections = VIEW_PROJECTIONS.filter(({ name }) => what === 'all' || name === what);
  try {
    const size = await store.size();
    for (const projection of projections) await dropVersion(pool, projection);
    const runner = new ProjectionRunner(projections, pool, store, vault);
    await runner.prepare();
    const began = performance.now();
    const used = process.cpuUsage();
    if (what === 'read') {
      // What every projection needs first: the entries with their words, as the public may read them.
      for (let from = 0; from < size; from += BATCH) {
        await vault.open((await store.readAll(from, BATCH)).map(toRecordedEvent), 'public');
      }
    } else {
      const halted = await runner.catchUp();
      if (halted.length > 0) throw new Error(`halted: ${halted.join(', ')}`);
    }
    const rate = Math.round((size * 1000) / (performance.now() - began)).toLocaleString('en');
    const { user, system } = process.cpuUsage(used);
    const perEvent = ((user + system) / size).toFixed(0);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${what!.padEnd(15)} ${rate.padStart(9)} events/s   Node: ${perEvent.padStart(4)} µs of processor per event, ${peak} MB at most`,
    );
  } finally {
    await store.close();
    await vaultStore.close();
    await pool.end();
  }
}

main(process.argv.slice(3)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
