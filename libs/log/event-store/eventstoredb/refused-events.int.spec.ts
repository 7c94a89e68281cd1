import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { logRefused } from '@fil/facts/events/log.events';
import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { createRegister } from '../../register/register';
import { contentOf } from '../../vault/vault';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import { type Append, StoreBusy, type StoredEntry } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { toRecordedEvent } from '../recorded-event';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';
import { refusalStream } from './refusals';
import { refuseEvent, type RefusalOutcome } from './refuse-event';

const LOG = 'demo.invalid/contract';

let database: TestDatabase;
let server: EventStoreDbTestServer;
let one: EventStoreDbEventStore;
let other: EventStoreDbEventStore;
let pool: Pool;
const databases: TestDatabase[] = [];

const newDatabase = async (): Promise<TestDatabase> => {
  const made = await createTestDatabase();
  databases.push(made);
  await migrate(made.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  const owner = new Pool({ connectionString: made.url, max: 1 });
  await createRegister(owner, { origin: LOG, demonstration: true, authoritySiret: null });
  await owner.end();
  return made;
};

beforeEach(async () => {
  database = await newDatabase();
  server = await EventStoreDbTestServer.start();
  one = await EventStoreDbEventStore.open(database.url, server.url);
  other = await EventStoreDbEventStore.open(database.url, server.url);
  pool = new Pool({ connectionString: database.url, max: 2 });
});
afterEach(async () => {
  await Promise.all([one.close(), other.close(), pool.end()]);
  server.stop();
  for (const made of databases.splice(0)) await made.drop();
});

const light = (stream = newStream('commitment'), expected = 0): Append =>
  sealedAppend({ stream, expected, events: [progress()] });
const writeByHand = (stream: string, id: string = randomUUID()): string => {
  const event = { id, type: 'noted', contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.of() };
  const kept = server.log.stream(stream).length;
  server.log.append(stream, kept === 0 ? 'no_stream' : kept - 1, [event]);
  return id;
};
const eventually = async (condition: () => Promise<boolean>): Promise<void> => {
  for (const limit = performance.now() + 30_000; !(await condition()); await sleep(50))
    if (performance.now() > limit) throw new Error('not within thirty seconds');
};
const standsBefore = (id: string): Promise<void> => eventually(async () => (await one.integration()).misfit?.id === id);
const refuse = (eventId: string): Promise<RefusalOutcome> =>
  refuseEvent(one, { eventId, reason: { fr: 'Écrit à la main.' }, log: LOG, now: new Date('2026-03-02T09:30:00Z') });
/** Until another process is no longer refused: it may ask while the log is only just going on. */
const appended = async (store: EventStoreDbEventStore, append: Append): Promise<object> => {
  let result: object | null = null;
  await eventually(async () => {
    result = await store.append(append).catch((error: unknown) => {
      if (error instanceof StoreBusy) return null;
      throw error;
    });
    return result !== null;
  });
  return result!;
};
const whole = async (store: EventStoreDbEventStore): Promise<readonly StoredEntry[]> => store.readAll(0, 1_000);

it('in a stream that is not ours: the log goes on behind it, and says so', async () => {
  await one.append(light());
  const id = writeByHand('somebody@example.org');
  await standsBefore(id);
  await expect(one.append(light())).rejects.toThrow(StoreBusy);
  expect(await refuse(randomUUID())).toEqual({ status: 'notBefore', halted: expect.stringContaining(id) });
  const stream = refusalStream(LOG, id);
  expect(await refuse(id)).toEqual({ status: 'refused', stream });
  await eventually(async () => (await one.size()) === 2);
  const refusal = toRecordedEvent((await whole(one))[1]!);
  expect(refusal).toMatchObject({ type: logRefused.type, stream, rev: 1, data: { event: id } });
  // The name of a stream that is not ours may be a person's: it is not in the log.
  expect(JSON.stringify(refusal)).not.toContain('somebody');
  const vault = await EventStoreDbVaultStore.open(database.url);
  const openings = await vault.openings([refusal.id]);
  await vault.close();
  expect(openings.map((opening) => contentOf(opening)?.json)).toContain('{"fr":"Écrit à la main."}');
  expect(await refuse(id)).toEqual({ status: 'notBefore', halted: null });
  expect(await appended(other, light())).toMatchObject({ status: 'ok', firstIndex: 2 });
}, 60_000);

it('in the middle of a stream of ours: its entries stay dense, for every process', async () => {
  const stream = newStream('commitment');
  await one.append(light(stream, 0));
  await other.append(light(stream, 1));
  const first = writeByHand(stream);
  await standsBefore(first);
  // What kind of event it is matters to whoever decides.
  expect((await one.integration()).halted).toContain(`event ${first} (noted, 3 of ${stream})`);
  const second = writeByHand(stream);
  await expect(one.readStream(stream)).rejects.toThrow('is not an entry of this register');
  expect(await refuse(first)).toMatchObject({ status: 'refused' });
  await standsBefore(second);
  expect(await refuse(second)).toMatchObject({ status: 'refused' });
  expect(await appended(other, light(stream, 2))).toMatchObject({ status: 'ok', revision: 3 });
  expect(await one.append(light(stream, 2))).toEqual({ status: 'conflict', revision: 3 });
  expect(await one.append(light(stream, 4))).toEqual({ status: 'conflict', revision: 3 });
  const next = light(stream, 3);
  expect(await one.append(next)).toMatchObject({ status: 'ok', revision: 4 });
  expect(await other.append(next)).toMatchObject({ status: 'duplicate', stored: [{ rev: 4 }] });
  for (const store of [one, other])
    expect((await store.readStream(stream)).map(({ rev, index }) => [rev, Number.isFinite(index)])).toEqual(
      [1, 2, 3, 4].map((rev) => [rev, true]),
    );
  expect((await one.readStream(stream, 3)).map(({ rev }) => rev)).toEqual([1, 2, 3]);
  expect(server.log.stream(stream)).toHaveLength(6);
  // What is behind it and not in the log yet has its revision too.
  server.faults.holdSubscriptions();
  expect(await one.append(light(stream, 4))).toEqual({ status: 'pending' });
  expect((await other.readStream(stream)).at(-1)).toMatchObject({ rev: 5, index: Infinity });
  server.faults.releaseSubscriptions();
}, 60_000);

it('a copy of an entry: the entry stays, the copy is passed over', async () => {
  const stream = newStream('commitment');
  const good = light(stream);
  const { id } = good.entries[0]!;
  await one.append(good);
  writeByHand(stream, id);
  await standsBefore(id);
  expect(await refuse(id)).toEqual({ status: 'refused', stream: refusalStream(LOG, id) });
  await eventually(async () => (await one.size()) === 2);
  expect(toRecordedEvent((await whole(one))[1]!).data).toEqual({ event: id, stream, revision: 2 });
  expect(await appended(other, light(stream, 1))).toMatchObject({ status: 'ok', revision: 2 });
  // Once more: another refusal in the same stream.
  writeByHand(stream, id);
  await standsBefore(id);
  expect(await refuse(id)).toMatchObject({ status: 'refused' });
  await eventually(async () => (await one.readStream(refusalStream(LOG, id))).length === 2);
}, 60_000);

it.each([
  ['says that it is one', (event: string) => JSON.stringify({ v: 1, type: logRefused.type, data: { event } })],
  ['is not even an entry', () => 'refused!'],
])(
  'what this register did not write is not believed: a refusal that %s',
  async (_, forged) => {
    await one.append(light());
    const id = randomUUID();
    server.log.append(refusalStream(LOG, id), 'no_stream', [
      {
        id: randomUUID(),
        type: logRefused.type,
        contentType: 'application/octet-stream',
        data: Buffer.from(forged(id)),
        metadata: Buffer.of(),
      },
    ]);
    const forgery = server.log.records.at(-1)!.id;
    writeByHand('elsewhere', id);
    await standsBefore(forgery);
    expect(await refuse(forgery)).toMatchObject({ status: 'refused' });
    await standsBefore(id);
    await sleep(3_000);
    await standsBefore(id);
    expect(await refuse(id)).toMatchObject({ status: 'refused' });
    expect(await appended(other, light())).toMatchObject({ status: 'ok' });
  },
  60_000,
);

it('whoever integrates from zero comes to the same log', async () => {
  const stream = newStream('commitment');
  await one.append(light(stream, 0));
  const ids = [writeByHand(stream), writeByHand('elsewhere'), writeByHand(stream)];
  for (const id of ids) {
    await standsBefore(id);
    await refuse(id);
  }
  await appended(one, light(stream, 1));
  const before = await whole(one);
  expect(before).toHaveLength(5);

  const again = await newDatabase();
  const copy = new Pool({ connectionString: again.url, max: 1 });
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT e.id, e.leaf, e.stream, e.rev, e.type, e.at, e.visibility, o.sheet
     FROM log.event e LEFT JOIN vault.openings o ON o.event_id = e.id`,
  );
  for (const row of rows)
    await copy.query(
      `INSERT INTO vault.attempt (event_id, leaf, attempt, stream, rev, type, at, visibility, sheet)
       VALUES ($1, $2, gen_random_uuid(), $3, $4, $5, $6, $7, $8)`,
      Object.values(row),
    );
  const alarms: string[] = [];
  const third = await EventStoreDbEventStore.open(again.url, server.url, { onAlarm: (said) => alarms.push(said) });
  await eventually(async () => (await third.size()) === before.length);
  expect(await whole(third)).toEqual(before);
  expect(alarms).toEqual([]);
  expect(await appended(third, light(newStream('commitment'), 0))).toMatchObject({ status: 'ok', firstIndex: 5 });
  await third.close();
  await copy.end();
}, 90_000);
