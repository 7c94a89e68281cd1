import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { logRefused } from '@fil/facts/events/log.events';
import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { createRegister } from '../../register/register';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import type { Append } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';
import { refuseEvent } from './refuse-event';

interface Register {
  readonly database: TestDatabase;
  readonly store: EventStoreDbEventStore;
  readonly origin: string;
  append(stream?: string, expected?: number): Append;
}

let server: EventStoreDbTestServer;
const registers: Register[] = [];

/** On the one server; its entries name its own log. */
async function openRegister(): Promise<Register> {
  const database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  const origin = `test.invalid/${randomBytes(6).toString('hex')}`;
  const pool = new Pool({ connectionString: database.url, max: 1 });
  await createRegister(pool, { origin, demonstration: true, authoritySiret: null });
  await pool.end();
  const register: Register = {
    database,
    store: await EventStoreDbEventStore.open(database.url, server.url),
    origin,
    append: (stream = newStream('commitment'), expected = 0) =>
      sealedAppend({ stream, expected, events: [progress()], log: origin }),
  };
  registers.push(register);
  return register;
}

const eventually = async (condition: () => Promise<boolean>): Promise<void> => {
  for (const limit = performance.now() + 30_000; !(await condition()); await sleep(50))
    if (performance.now() > limit) throw new Error('not within thirty seconds');
};

beforeEach(async () => {
  server = await EventStoreDbTestServer.start();
});
afterEach(async () => {
  for (const { store, database } of registers.splice(0)) {
    await store.close();
    await database.drop();
  }
  server.stop();
});

it('several registers share one EventStoreDB, each with a log of its own entries alone', async () => {
  const [one, other] = [await openRegister(), await openRegister()];
  const appended = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other)).map(({ store, append }) => store.append(append())),
  );
  expect(appended.map(({ status }) => status)).toEqual(appended.map(() => 'ok'));
  // One that begins on what is there takes nothing of it.
  const late = await openRegister();
  expect((await late.store.append(late.append())).status).toBe('ok');
  for (const [{ store }, size] of [
    [one, 10],
    [other, 10],
    [late, 1],
  ] as const) {
    expect(await store.size()).toBe(size);
    expect(await store.reconcile()).toMatchObject({ same: size, found: 0 });
    expect((await store.integration()).halted).toBeNull();
  }
});

it('an entry of another log in a stream of one register stops that one, and no other', async () => {
  const [one, other] = [await openRegister(), await openRegister()];
  const stream = newStream('commitment');
  await one.store.append(one.append(stream));
  const [entry] = sealedAppend({ stream, expected: 1, events: [progress()], log: 'test.invalid/third' }).entries;
  const { id, type, bytes } = entry!;
  server.log.append(stream, 0, [
    { id, type, contentType: 'application/octet-stream', data: bytes, metadata: Buffer.of() },
  ]);
  await eventually(async () => (await one.store.integration()).misfit?.id === id);
  expect((await other.store.append(other.append())).status).toBe('ok');
});

it('an event that none of them wrote stops them all; each refuses it for itself, and goes on', async () => {
  const registers = [await openRegister(), await openRegister()];
  for (const { store, append } of registers) await store.append(append());
  const id = randomUUID();
  const event = { id, type: 'noted', contentType: 'application/json', metadata: Buffer.of() };
  server.log.append('elsewhere', 'no_stream', [{ ...event, data: Buffer.from('{}') }]);
  for (const { store } of registers) await eventually(async () => (await store.integration()).misfit?.id === id);
  for (const { store, origin } of registers) {
    const reason = { fr: 'Écrit à la main.' };
    // When the other entries are dated.
    const now = new Date('2026-03-02T09:30:00Z');
    expect(await refuseEvent(store, { eventId: id, reason, log: origin, now })).toMatchObject({
      status: 'refused',
    });
  }
  for (const { store, append } of registers) {
    await eventually(async () => (await store.append(append()).catch(() => null))?.status === 'ok');
    expect(
      (await store.readAll(0, 10)).map(({ type }) => type).filter((type) => type === logRefused.type),
    ).toHaveLength(1);
    expect((await store.integration()).halted).toBeNull();
    expect(await store.reconcile()).toMatchObject({ passedOver: 1, found: 0 });
  }
}, 60_000);
