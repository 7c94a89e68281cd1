import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import type { Append } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';
import { reconcile } from './reconcile';

let database: TestDatabase;
let server: EventStoreDbTestServer;
let copy: EventStoreDbTestServer;
let store: EventStoreDbEventStore;
let owner: Pool;

const light = (count = 1): Append =>
  sealedAppend({ stream: newStream('commitment'), expected: 0, events: Array.from({ length: count }, progress) });

beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
  copy = await EventStoreDbTestServer.start();
  for (let n = 0; n < 40; n++) server.log.system();
  store = await EventStoreDbEventStore.open(database.url, server.url);
  owner = new Pool({ connectionString: database.url, max: 1 });
  await Promise.all(Array.from({ length: 20 }, () => store.append(light(2))));
});
afterEach(async () => {
  await Promise.all([store.close(), owner.end()]);
  server.stop();
  copy.stop();
  await database.drop();
});

/** A server that holds what the other does, but for what is done to it. */
const copyWith = (change: (n: number) => 'keep' | 'leave' | 'alter'): void => {
  server.log.records.forEach((record, n) => {
    const kept = copy.log.stream(record.stream).length;
    const data = change(n) === 'alter' ? Buffer.concat([record.data, Buffer.from(' ')]) : record.data;
    if (change(n) !== 'leave')
      copy.log.append(record.stream, kept === 0 ? 'no_stream' : kept - 1, [{ ...record, data }]);
  });
};

it('finds the log and EventStoreDB the same, also from a position on', async () => {
  expect(await store.reconcile()).toEqual({ same: 40, passedOver: 0, differences: [], found: 0 });
  const { position } = server.log.records[49]!;
  expect(await store.reconcile(position)).toEqual({ same: 30, passedOver: 0, differences: [], found: 0 });
  const { position: last } = server.log.records.at(-1)!;
  expect(await store.reconcile(last)).toEqual({ same: 0, passedOver: 0, differences: [], found: 0 });
});

it('waits for a server that is slow: what did not come yet is not missing', async () => {
  server.faults.holdSubscriptions();
  const compared = store.reconcile();
  await sleep(4_000);
  server.faults.releaseSubscriptions();
  expect(await compared).toEqual({ same: 40, passedOver: 0, differences: [], found: 0 });
});

it('says which entry EventStoreDB does not have, and which one it has otherwise', async () => {
  // The second entry of its append, so that the revisions of the others stay.
  copyWith((n) => (n === 45 ? 'leave' : n === 60 ? 'alter' : 'keep'));
  const [missing, altered] = [server.log.records[45]!, server.log.records[60]!];
  expect(await reconcile(owner, copy.url)).toEqual({
    same: 38,
    passedOver: 0,
    differences: [
      { kind: 'notInStore', id: missing.id, stream: missing.stream, rev: missing.revision + 1 },
      { kind: 'otherBytes', id: altered.id, stream: altered.stream, rev: altered.revision + 1 },
    ],
    found: 2,
  });
});

it('says what EventStoreDB has and the log has not, and what it has again', async () => {
  copyWith((n) => {
    if (n !== 50) return 'keep';
    const event = { id: randomUUID(), type: 'noted', contentType: 'application/json', metadata: Buffer.of() };
    copy.log.append('elsewhere', 'no_stream', [{ ...event, data: Buffer.from('{}') }]);
    copy.log.append('again', 'no_stream', [server.log.records[41]!]);
    return 'keep';
  });
  const { same, differences } = await reconcile(owner, copy.url);
  expect(same).toBeGreaterThan(0);
  expect(differences.slice(0, 2)).toMatchObject([
    { kind: 'notInLog', stream: 'elsewhere', rev: 1 },
    { kind: 'otherPlace', stream: 'again', id: server.log.records[41]!.id },
  ]);
});
