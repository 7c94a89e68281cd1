import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../libs/log/postgres/embedded/embedded-postgres';
import { dropLeftovers } from './leftovers';

// Relative imports only: Jest does not apply moduleNameMapper to a globalSetup.

const slots = 8;
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/** Starts the PostgreSQL that all suites of a run share, or uses the one of TEST_DATABASE_URL. */
export default async function startTestServer(): Promise<void> {
  // Keys and lock stores of the registers that programs under test sign.
  process.env.FIL_DATA = mkdtempSync(join(tmpdir(), 'fil-test-'));
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startInFreeSlot();
  await dropLeftovers(server.url);
  process.env.TEST_DATABASE_URL = server.url;
  (globalThis as { testServer?: EmbeddedPostgres }).testServer = server;
}

/** Two test runs at once must not share a server: the one that ends first would drop the other's databases. */
async function startInFreeSlot(): Promise<EmbeddedPostgres> {
  for (let slot = 1; slot <= slots; slot++) {
    const dataDir = join(__dirname, '../../.cache', `test-pg18-${slot}`);
    const server = await startEmbeddedPostgres({ dataDir, settings, onProgress: (text) => console.log(text) });
    if (server.owned) return server;
    await server.stop();
  }
  throw new Error(`More than ${slots} test runs at once.`);
}
