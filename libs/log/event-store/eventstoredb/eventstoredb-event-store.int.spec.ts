import { Pool } from 'pg';
import { beginAtItsEnd } from '../../../../test/eventstoredb-server/begin-at-its-end';
import type { EventLog } from '../../../../test/eventstoredb-server/event-log';
import { EventStoreDbTestCluster } from '../../../../test/eventstoredb-server/eventstoredb-test-cluster';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { eventStoreContract } from '../contract/event-store.contract';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

/** A real server, when its address is given. Nobody else may write to it meanwhile: a foreign event stops the log. */
const REAL = process.env.EVENTSTORE_URL;

interface Server {
  readonly url: string;
  stop(): void;
}
type StartServer = () => Promise<Server>;

const withSystemEvents = <S extends Server & { readonly log: EventLog }>(server: S): S => {
  for (let n = 0; n < 40; n++) server.log.system();
  return server;
};
const SERVERS: Record<string, StartServer> = REAL
  ? { EventStoreDB: () => Promise.resolve({ url: REAL, stop: () => undefined }) }
  : {
      'EventStoreDB (test server)': async () => withSystemEvents(await EventStoreDbTestServer.start()),
      'EventStoreDB (test server without batched appends)': async () =>
        withSystemEvents(await EventStoreDbTestServer.start({ batchAppend: false })),
      'EventStoreDB (three test servers)': async () => withSystemEvents(await EventStoreDbTestCluster.start()),
    };

describe.each(Object.entries(SERVERS))('on %s', (name, start) => {
  let database: TestDatabase;
  let server: Server;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
    server = await start();
    await beginAtItsEnd(database.url, server.url);
  });
  afterAll(async () => {
    server.stop();
    await database.drop();
  });

  eventStoreContract(name, async ({ longestQueue } = {}) => {
    const alarm = jest.fn((message: string) => console.error(message));
    const store = await EventStoreDbEventStore.open(database.url, server.url, {
      onAlarm: alarm,
      // Its leader may be killed meanwhile.
      ...(REAL ? { appendLimit: 20_000, patience: 8_000, longestLag: 60_000 } : {}),
      ...(longestQueue ? { queue: { appends: longestQueue } } : {}),
    });
    const vault = await EventStoreDbVaultStore.open(database.url);
    const pool = new Pool({ connectionString: database.url, max: 1 });
    pool.on('error', () => undefined);
    return {
      store,
      vault,
      leaf: async (index) =>
        (await pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event WHERE idx = $1', [index])).rows[0]!.leaf,
      close: async () => {
        await Promise.all([store.close(), vault.close(), pool.end()]);
        expect(alarm).not.toHaveBeenCalled();
      },
    };
  });
});
