/** A process is killed behind a step of its appends; another takes the log over, and whoever tries again finds out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { contentOf } from '../../vault/vault';
import { progress, sealedAppend } from '../contract/sealed-appends';
import { type AppendResult, AppendUncertain, StoreBusy } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

let database: TestDatabase;
let server: EventStoreDbTestServer;
beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
});
afterEach(async () => {
  server.stop();
  await database.drop();
});

interface Tried {
  readonly stream: string;
  readonly expected: number;
  readonly ids: readonly string[];
}

/** Until it is killed behind that step: what it had tried, and what it had been told is recorded. */
async function killedBehind(step: string): Promise<{ tried: Tried[]; recorded: Set<string> }> {
  const program = [
    'test/bench/run.cjs',
    '../eventstoredb-server/writers.ts',
    database.url,
    server.url,
    '6',
    '100',
    step,
  ];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const tried = new Map<string, Tried>();
  const recorded = new Set<string>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [word, ...rest] = line.split(' ');
    if (word === 'recorded') recorded.add(rest[0]!);
    if (word !== 'tries') return;
    const [stream, expected, ...ids] = rest;
    tried.set(ids.join(), { stream: stream!, expected: Number(expected), ids });
  });
  const [[, signal]] = await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  expect(signal).toBe('SIGKILL');
  return { tried: [...tried.values()], recorded };
}

it.each(['begin', 'append', 'wait'])(
  'killed behind %s',
  async (step) => {
    const { tried, recorded } = await killedBehind(step);
    expect(tried.length).toBeGreaterThan(0);
    const store = await EventStoreDbEventStore.open(database.url, server.url);
    for (const { stream, expected, ids } of tried) {
      let result: AppendResult | null = null;
      for (const limit = performance.now() + 60_000; performance.now() < limit; await sleep(100)) {
        const append = sealedAppend({ stream, expected, events: ids.map(progress), ids: [...ids] });
        result = await store.append(append).catch((error: unknown) => {
          if (error instanceof StoreBusy || error instanceof AppendUncertain) return null;
          throw error;
        });
        if (result !== null && result.status !== 'pending') break;
      }
      const wasTold = ids.every((id) => recorded.has(id));
      expect(wasTold ? ['duplicate'] : ['duplicate', 'ok']).toContain(result?.status);
    }
    const all = await store.readAll(0, 10_000);
    expect(all.map(({ id }) => id).sort()).toEqual(tried.flatMap(({ ids }) => ids).sort());
    expect(server.log.records.filter(({ type }) => !type.startsWith('$'))).toHaveLength(all.length);
    const vault = await EventStoreDbVaultStore.open(database.url);
    for (const { id, bytes } of all) {
      const { sealed } = JSON.parse(bytes.toString()) as { sealed: Record<string, string> };
      const openings = await vault.openings([id]);
      expect(Object.fromEntries(openings.map((one) => [one.path, one.commitment.toString('base64')]))).toEqual(sealed);
      for (const opening of openings) expect(contentOf(opening)).not.toBeNull();
    }
    await Promise.all([store.close(), vault.close()]);
  },
  120_000,
);
