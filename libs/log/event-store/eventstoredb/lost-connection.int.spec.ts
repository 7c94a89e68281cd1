import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { contentOf } from '../../vault/vault';
import { newPerson, newStream, progress, recorded, sealedAppend } from '../contract/sealed-appends';
import { type Append, type AppendResult, AppendUncertain, StoreBusy } from '../event-store.port';
import { uuidV7 } from '../ids';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { PostgresEventStore } from '../postgres/postgres-event-store';
import { engineOfLog } from './engine-of-log';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

let database: TestDatabase;
let server: EventStoreDbTestServer;
let store: EventStoreDbEventStore;
let vault: EventStoreDbVaultStore;
let pool: Pool;
const alarms: string[] = [];

const open = (options: EventStoreDbOptions = {}): Promise<EventStoreDbEventStore> =>
  EventStoreDbEventStore.open(database.url, server.url, { onAlarm: (message) => alarms.push(message), ...options });

beforeEach(async () => {
  alarms.length = 0;
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
  server.log.system();
  store = await open({ patience: 1_000 });
  vault = await EventStoreDbVaultStore.open(database.url);
  pool = new Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
});
afterEach(async () => {
  server.faults.releaseSubscriptions();
  await Promise.all([store.close(), vault.close(), pool.end()]);
  server.stop();
  await database.drop();
});

const light = (stream = newStream('commitment'), expected = 0, ids?: string[]): Append =>
  sealedAppend({ stream, expected, events: [progress()], ids });
const count = async (table: string): Promise<number> =>
  Number((await pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n);
/** What was written opens every field, whatever was tried besides. */
const expectOpened = async (ids: readonly string[]): Promise<void> => {
  for (const { id, bytes } of await store.readAll(0, 10_000)) {
    if (!ids.includes(id)) continue;
    const { sealed } = JSON.parse(bytes.toString()) as { sealed: Record<string, string> };
    const openings = await vault.openings([id]);
    expect(Object.fromEntries(openings.map((one) => [one.path, one.commitment.toString('base64')]))).toEqual(sealed);
    for (const opening of openings) expect(contentOf(opening)).not.toBeNull();
  }
};
const eventually = async (condition: () => Promise<boolean>): Promise<void> => {
  for (const limit = performance.now() + 10_000; !(await condition()); await sleep(50))
    if (performance.now() > limit) throw new Error('not within ten seconds');
};

describe('an append whose connection is lost', () => {
  it.each(['dropBefore', 'dropAfter', 'notLeader'] as const)('%s: is asked again and kept once', async (fault) => {
    server.faults.ofNextAppends(fault);
    const append = light();
    expect(await store.append(append)).toMatchObject({ status: 'ok', revision: 1, firstIndex: 0 });
    expect(server.log.stream(append.stream)).toHaveLength(1);
    await expectOpened([append.entries[0]!.id]);
    expect(alarms.filter((alarm) => alarm.includes('stands still'))).toEqual([]);
  });

  it('without an answer is uncertain; the same ids again tell, with the openings of the first try', async () => {
    await store.close();
    store = await open({ appendLimit: 400 });
    server.faults.appendsUnanswered = true;
    const ids = [uuidV7()];
    const first = light(newStream('commitment'), 0, ids);
    await expect(store.append(first)).rejects.toThrow(AppendUncertain);
    server.faults.appendsUnanswered = false;
    const again = light(first.stream, 0, ids);
    const result = await store.append(again);
    expect(result).toMatchObject({ status: 'duplicate', stored: [{ id: ids[0], bytes: first.entries[0]!.bytes }] });
    await expectOpened(ids);
    expect(await store.append(light(first.stream, 1))).toMatchObject({ status: 'ok', revision: 2 });
  });

  it('of many at once, each is kept once and in the order of its stream', async () => {
    const streams = Array.from({ length: 8 }, () => newStream('commitment'));
    const writers = streams.map(async (stream) => {
      for (let expected = 0; expected < 6; expected++) {
        const append = light(stream, expected);
        let result: AppendResult | null = null;
        while (!result || result.status === 'pending')
          result = await store.append(append).catch(async (error: unknown) => {
            if (!(error instanceof StoreBusy || error instanceof AppendUncertain)) throw error;
            await sleep(50);
            return null;
          });
        expect(['ok', 'duplicate']).toContain(result.status);
      }
    });
    const breaking = (async () => {
      for (let n = 0; n < 4; n++) {
        await sleep(120);
        server.dropConnections();
      }
    })();
    await Promise.all([...writers, breaking]);
    const all = await store.readAll(0, 1_000);
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 48 }, (_, n) => n));
    for (const stream of streams)
      expect(all.filter((one) => one.stream === stream).map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5, 6]);
    await expectOpened(all.map(({ id }) => id));
    expect(await count('vault.attempt')).toBe(0);
  });
});

describe('a server that goes away', () => {
  it('refuses at once what it cannot take, keeps nothing of it, and is used again when it is back', async () => {
    await store.close();
    store = await open({ readLimit: 500, appendLimit: 700 });
    await store.append(light());
    const away = server.goAway(3_000);
    await sleep(50);
    const asked = light();
    await expect(store.append(asked)).rejects.toThrow(AppendUncertain);
    const started = performance.now();
    await expect(store.append(light())).rejects.toThrow(StoreBusy);
    expect(performance.now() - started).toBeLessThan(1_500);
    // Of what is not known, the openings stay.
    expect(await count('vault.attempt')).toBe(1);
    await away;
    let result: AppendResult | null = null;
    await eventually(async () => {
      result = await store.append(light()).catch(() => null);
      return result !== null;
    });
    expect(result).toMatchObject({ status: 'ok', firstIndex: 1 });
    expect(await store.append(asked)).toMatchObject({ status: 'ok', firstIndex: 2 });
    expect(await count('vault.attempt')).toBe(0);
  });

  it('for a moment is waited for', async () => {
    await store.append(light());
    const away = server.goAway(700);
    expect(await store.append(light())).toMatchObject({ status: 'ok', firstIndex: 1 });
    await away;
  });

  it('that has lost what the log took from it is not believed', async () => {
    await store.append(light());
    await store.close();
    server.stop();
    server = await EventStoreDbTestServer.start();
    store = await open({ longestLag: 0 });
    expect(alarms.at(-1)).toContain('does not hold the last entry of the log');
    await expect(store.append(light())).rejects.toThrow(StoreBusy);
  }, 15_000);
});

describe('a log that is behind', () => {
  it('and has a part of an append so far, takes the same append for a repetition', async () => {
    server.faults.delay.subscription = 400;
    const ids = [uuidV7(), uuidV7()];
    const stream = newStream('commitment');
    const twice = (): Append => sealedAppend({ stream, expected: 0, events: [progress(), progress()], ids });
    const first = store.append(twice());
    const other = await open();
    await eventually(async () => (await other.size()) === 1);
    expect(await other.append(twice())).toMatchObject({ status: 'duplicate', stored: [{ rev: 1 }, { rev: 2 }] });
    expect(await first).toMatchObject({ status: 'ok' });
    await other.close();
  });

  it('answers pending, shows it in its stream, and takes it in once', async () => {
    server.faults.holdSubscriptions();
    const append = light();
    expect(await store.append(append)).toEqual({ status: 'pending' });
    expect(await store.append(append)).toEqual({ status: 'pending' });
    expect(await store.readStream(append.stream)).toMatchObject([
      { id: append.entries[0]!.id, rev: 1, index: Infinity },
    ]);
    expect(await store.size()).toBe(0);
    expect(await store.integration()).toMatchObject({ halted: null, pending: 1 });
    const other = light(append.stream, 0);
    expect(await store.append(other)).toEqual({ status: 'conflict', revision: 1 });
    server.faults.releaseSubscriptions();
    expect(await store.append(append)).toMatchObject({ status: 'duplicate', stored: [{ index: 0 }] });
    expect(await store.size()).toBe(1);
    await expectOpened([append.entries[0]!.id]);
  });

  it('takes in what it waited long for: its openings are kept until it came', async () => {
    server.faults.holdSubscriptions();
    const append = light();
    expect(await store.append(append)).toEqual({ status: 'pending' });
    await store.close();
    await pool.query(`UPDATE vault.attempt SET made_at = made_at - interval '3 days'`);
    store = await open();
    await sleep(4_000);
    server.faults.releaseSubscriptions();
    await eventually(async () => (await store.size()) === 1);
    await expectOpened([append.entries[0]!.id]);
    expect(alarms).toEqual([]);
  }, 60_000);

  it('tells how many appends were tried together', async () => {
    await store.close();
    const batches: number[] = [];
    store = await open({ onBatch: (appends) => batches.push(appends) });
    await Promise.all([light(), light(), light()].map((append) => store.append(append)));
    expect(batches.reduce((sum, appends) => sum + appends, 0)).toBe(3);
  });

  it('lends the key of words on their way, and makes it hers with them', async () => {
    server.faults.holdSubscriptions();
    const person = newPerson();
    const deposit = (mint: boolean): Append =>
      sealedAppend({ stream: newStream('contribution'), expected: 0, events: [recorded()], person, mint });
    const first = deposit(true);
    expect(await store.append(first)).toEqual({ status: 'pending' });
    expect(await vault.keyOf(person.id)).toEqual({ state: 'active', key: person.key });
    const openings = await vault.openings([first.entries[0]!.id]);
    expect(openings.map((opening) => contentOf(opening)?.json)).toContain('"Jeanne Martin"');
    const second = deposit(false);
    const appending = store.append(second);
    server.faults.releaseSubscriptions();
    expect(await appending).toMatchObject({ status: 'ok' });
    expect(await count('keys.reserved_key')).toBe(0);
    await expectOpened([first.entries[0]!.id, second.entries[0]!.id]);
  });

  it('refuses more when it is too far behind', async () => {
    await store.close();
    store = await open({ longestLag: 1_500, patience: 100 });
    server.faults.holdSubscriptions();
    expect(await store.append(light())).toEqual({ status: 'pending' });
    expect(await store.append(light())).toEqual({ status: 'pending' });
    await sleep(1_500);
    await expect(store.append(light())).rejects.toThrow('the log is behind');
    server.faults.releaseSubscriptions();
    await eventually(async () => (await store.append(light()).catch(() => null))?.status === 'ok');
    expect(await store.size()).toBe(3);
  });
});

describe('an event that does not fit', () => {
  it.each([
    [
      'written by hand',
      (good: Append) => ({ stream: good.stream, data: Buffer.from('{}'), contentType: 'application/json' }),
    ],
    [
      'with bytes that no openings were kept for',
      (good: Append) => ({
        stream: good.stream,
        data: good.entries[0]!.bytes,
        contentType: 'application/octet-stream',
      }),
    ],
  ])('%s: stops the log before it, with an alarm, and refuses what comes', async (_, foreign) => {
    await store.append(light());
    const good = light();
    const { stream, data, contentType } = foreign(good);
    const { id, type } = good.entries[0]!;
    server.log.append(stream, 'any', [{ id, type, contentType, data, metadata: Buffer.of() }]);
    await eventually(() => Promise.resolve(alarms.length > 0));
    expect(alarms).toEqual([expect.stringContaining(`the log stands still before event ${id}`)]);
    await expect(store.append(light())).rejects.toThrow(StoreBusy);
    expect(await store.size()).toBe(1);
    expect((await store.integration()).halted).toContain(id);
  });
});

describe('what an operator hears', () => {
  it('is not that a connection was lost and is back', async () => {
    for (let n = 0; n < 3; n++) {
      server.dropConnections();
      expect(await store.append(light())).toMatchObject({ status: 'ok', firstIndex: n });
    }
    await server.goAway(1_000);
    await eventually(async () => (await store.append(light()).catch(() => null))?.status === 'ok');
    expect(alarms).toEqual([]);
  });

  it('is that the server stays away, once', async () => {
    await store.close();
    store = await open({ longestLag: 1_000 });
    const away = server.goAway(4_000);
    await eventually(() => Promise.resolve(alarms.length > 0));
    await away;
    await eventually(async () => (await store.append(light()).catch(() => null))?.status === 'ok');
    expect(new Set(alarms).size).toBe(alarms.length);
    expect(alarms[0]).toContain('cannot be fed from EventStoreDB');
  });
});

describe('the integrator', () => {
  it('resumes after many events of others, and of two processes one feeds the log', async () => {
    for (let n = 0; n < 3_000; n++) server.log.system();
    const other = await open();
    await Promise.all([store, other].flatMap((one) => Array.from({ length: 20 }, () => one.append(light()))));
    await store.close();
    for (let n = 0; n < 3_000; n++) server.log.system();
    await eventually(async () => (await other.append(light()).catch(() => null))?.status === 'ok');
    const all = await other.readAll(0, 1_000);
    expect(all.map(({ index }) => index)).toEqual(all.map((_, n) => n));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    store = other;
  });

  it('passes over what it has taken in already', async () => {
    await store.append(light());
    await store.append(light());
    await store.close();
    await pool.query('SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = $1 AND pid <> pg_backend_pid()', [
      'advisory',
    ]);
    store = await open();
    expect(await store.append(light())).toMatchObject({ status: 'ok', firstIndex: 2 });
    expect(alarms).toEqual([]);
  });
});

it('a log that was written in PostgreSQL is not gone on with', async () => {
  expect(await engineOfLog(pool)).toBe(null);
  await store.append(light());
  expect(await engineOfLog(pool)).toBe('eventstoredb');
  const older = await createTestDatabase();
  await migrate(older.url, EVENT_STORE_MIGRATIONS);
  const postgres = await PostgresEventStore.open(older.url);
  await postgres.append(light());
  await postgres.close();
  await migrate(older.url, EVENTSTOREDB_MIGRATIONS);
  await expect(EventStoreDbEventStore.open(older.url, server.url)).rejects.toThrow('was written in PostgreSQL');
  await older.drop();
});
