import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { contentOf } from '../../vault/vault';
import { newPerson, newStream, progress, recorded, sealedAppend } from '../contract/sealed-appends';
import type { Append } from '../event-store.port';
import { uuidV7 } from '../ids';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { Attempts } from './attempts';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

let database: TestDatabase;
let server: EventStoreDbTestServer;
let one: EventStoreDbEventStore;
let other: EventStoreDbEventStore;
let vault: EventStoreDbVaultStore;
let owner: Pool;
let application: Pool;
const alarms: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
  const onAlarm = (message: string): void => void alarms.push(message);
  one = await EventStoreDbEventStore.open(database.url, server.url, { onAlarm });
  other = await EventStoreDbEventStore.open(database.url, server.url, { onAlarm });
  vault = await EventStoreDbVaultStore.open(database.url);
  owner = new Pool({ connectionString: database.url, max: 2 });
  application = await openApplicationPool(database.url, { max: 2 });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close(), vault.close(), owner.end(), application.end()]);
  server.stop();
  await database.drop();
  expect(alarms).toEqual([]);
});

const light = (stream: string, ids: string[]): Append =>
  sealedAppend({ stream, expected: 0, events: [progress()], ids });
const deposit = (stream: string, ids: string[]): Append =>
  sealedAppend({ stream, expected: 0, events: [recorded()], ids, person: newPerson(), mint: true });
/** The entry that is in the log opens every field. */
const expectOpened = async (stream: string): Promise<void> => {
  const [entry] = await one.readStream(stream);
  const { sealed } = JSON.parse(entry!.bytes.toString()) as { sealed: Record<string, string> };
  const openings = await vault.openings([entry!.id]);
  expect(Object.fromEntries(openings.map(({ path, commitment }) => [path, commitment.toString('base64')]))).toEqual(
    sealed,
  );
  for (const opening of openings) expect(contentOf(opening)).not.toBeNull();
};
const attemptsOf = async (id: string): Promise<number> =>
  (await owner.query('SELECT FROM vault.attempt WHERE event_id = $1', [id])).rowCount!;
/** As a process that ends after it kept the openings, and perhaps after the append. */
const dieAfter = async (append: Append, step: 'openings' | 'append'): Promise<void> => {
  await new Attempts(application, 10_000, Date.now).begin([append]);
  if (step === 'openings') return;
  const events = append.entries.map(({ id, type, bytes }) => ({
    id,
    type,
    contentType: 'application/octet-stream',
    data: bytes,
    metadata: Buffer.of(),
  }));
  server.log.append(append.stream, 'no_stream', events);
};

it('after a death behind the openings, the next try is the one that counts', async () => {
  const [stream, ids] = [newStream('contribution'), [uuidV7()]];
  const dead = light(stream, ids);
  await dieAfter(dead, 'openings');
  const next = light(stream, ids);
  expect(await one.append(next)).toMatchObject({ status: 'ok' });
  expect((await one.readStream(stream))[0]!.bytes).toEqual(next.entries[0]!.bytes);
  await expectOpened(stream);
  expect(await attemptsOf(ids[0]!)).toBe(0);
});

it('after a death behind the openings, a new key of the next try is hers', async () => {
  const [stream, ids] = [newStream('contribution'), [uuidV7()]];
  const dead = deposit(stream, ids);
  await dieAfter(dead, 'openings');
  const person = { id: dead.mint!.subject, key: newPerson().key };
  const next = sealedAppend({ stream, expected: 0, events: [recorded()], ids, person, mint: true });
  expect(await one.append(next)).toMatchObject({ status: 'ok' });
  expect(await vault.keyOf(person.id)).toEqual({ state: 'active', key: person.key });
  await expectOpened(stream);
});

it('after a death behind the append, the first try is the one that counts, key and all', async () => {
  const [stream, ids] = [newStream('contribution'), [uuidV7()]];
  server.faults.holdSubscriptions();
  const dead = deposit(stream, ids);
  await dieAfter(dead, 'append');
  const next = one.append(deposit(stream, ids));
  server.faults.releaseSubscriptions();
  expect(await next).toMatchObject({ status: 'duplicate', stored: [{ bytes: dead.entries[0]!.bytes }] });
  await expectOpened(stream);
  expect(await vault.keyOf(dead.mint!.subject)).toMatchObject({ state: 'active' });
  expect(await attemptsOf(ids[0]!)).toBe(0);
});

it('of two processes that try the same at once, one records it and both know which', async () => {
  for (let n = 0; n < 15; n++) {
    const [stream, ids] = [newStream('contribution'), [uuidV7()]];
    const results = await Promise.all([one.append(light(stream, ids)), other.append(light(stream, ids))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['duplicate', 'ok']);
    await expectOpened(stream);
    expect(server.log.stream(stream)).toHaveLength(1);
  }
});

it('of two processes that use one id in two streams, one gets it', async () => {
  for (let n = 0; n < 15; n++) {
    const ids = [uuidV7()];
    const results = await Promise.all([one, other].map((store) => store.append(light(newStream('commitment'), ids))));
    expect(results.map(({ status }) => status).sort()).toEqual(['ok', 'reusedId']);
  }
});

it('of two processes that mint a key for one subject, one does', async () => {
  const person = newPerson();
  const results = await Promise.all(
    [one, other].map((store) => {
      const minted = { id: person.id, key: newPerson().key };
      return store.append(
        sealedAppend({
          stream: newStream('contribution'),
          expected: 0,
          events: [recorded()],
          person: minted,
          mint: true,
        }),
      );
    }),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['conflict', 'ok']);
});

it('openings that no entry names are swept after a day, and not before', async () => {
  const [stream, ids] = [newStream('contribution'), [uuidV7()]];
  const dead = deposit(stream, ids);
  await dieAfter(dead, 'openings');
  await application.query('SELECT log.sweep_attempts()');
  expect(await attemptsOf(ids[0]!)).toBe(1);
  expect(await vault.keyOf(dead.mint!.subject)).toMatchObject({ state: 'active' });
  await owner.query(`UPDATE vault.attempt SET made_at = made_at - interval '25 hours' WHERE event_id = $1`, [ids[0]]);
  await application.query('SELECT log.sweep_attempts()');
  expect(await attemptsOf(ids[0]!)).toBe(0);
  expect(await vault.keyOf(dead.mint!.subject)).toEqual({ state: 'none' });
});

it.each([
  'DELETE FROM vault.attempt',
  'UPDATE log.integration SET commit_position = 0',
  'DELETE FROM keys.reserved_key',
])('a running process may not: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toThrow(/permission denied/);
});
