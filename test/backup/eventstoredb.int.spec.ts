/** A register whose events are in EventStoreDB: what a backup of its log brings back, and on which engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { admitted, newPerson, newStream, recorded, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import type { AppendResult } from '@fil/log/event-store/event-store.port';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { eventually } from '../e2e/eventually';
import { EventStoreDbTestServer } from '../eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { fil } from './fil';
import { contentsOf, inDatabase } from './spoken-register';

jest.setTimeout(120_000);

const IDENTITY = { origin: 'demo.invalid/contract', demonstration: true, authoritySiret: null };
const folder = mkdtempSync(join(tmpdir(), 'fil-eventstoredb-'));
const [directory, keys] = [join(folder, 'backup'), join(folder, 'keys')];
let server: EventStoreDbTestServer;
let databases: TestDatabase[];
let streams: string[];

beforeAll(async () => {
  server = await EventStoreDbTestServer.start();
  databases = await Promise.all([
    createTestDatabase(),
    createTestDatabase(),
    createTestDatabase(),
    createTestDatabase(),
  ]);
  const register = (await openRegister(databases[0]!.url, IDENTITY, server.url))!;
  streams = [];
  for (let n = 0; n < 20; n++) {
    streams.push(newStream('contribution'));
    expect(await append(register, streams[n]!)).toMatchObject({ status: 'ok' });
  }
  expect(await fil(databases[0]!.url, 'backup', directory, '--keys', keys)).toMatchObject({ code: 0 });
  await register.close();
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  server.stop();
  rmSync(folder, { recursive: true });
});

const append = (to: OpenRegister, stream: string): Promise<AppendResult> =>
  to.store.append(sealedAppend({ stream, expected: 0, events: [recorded()], person: newPerson(), mint: true }));

const restore = async (url: string, engine: string | undefined, ...more: string[]) => {
  if (engine !== undefined) process.env['EVENTSTORE_URL'] = engine;
  try {
    return await fil(url, 'restore', directory, '--keys', keys, ...more);
  } finally {
    delete process.env['EVENTSTORE_URL'];
  }
};

/** Without what says when the log was last up to date. */
async function lastingContents(url: string): Promise<object> {
  const { 'log.integration': _, ...contents } = await contentsOf(url);
  const rows = await inDatabase(
    url,
    async (client) =>
      (await client.query('SELECT commit_position, prepare_position FROM log.integration')).rows as object[],
  );
  return { ...contents, rows };
}

it('goes on with the EventStoreDB that it was following', async () => {
  const url = databases[1]!.url;
  expect(await restore(url, server.url)).toMatchObject({ code: 0 });
  expect(await lastingContents(url)).toEqual(await lastingContents(databases[0]!.url));

  const again = (await openRegister(url, undefined, server.url))!;
  const stream = newStream('contribution');
  await eventually('an append', async () => (await append(again, stream)).status === 'ok', 60_000);
  const more = sealedAppend({ stream: streams[0]!, expected: 1, events: [admitted()] });
  expect(await again.store.append(more)).toMatchObject({ status: 'ok', revision: 2 });
  expect(await again.store.size()).toBe(22);
  await again.close();
});

it('stands still before what was recorded after the backup: its words are nowhere any more', async () => {
  const url = databases[3]!.url;
  expect(await restore(url, server.url)).toMatchObject({ code: 0 });
  const alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const late = (await openRegister(url, undefined, server.url))!;
  const halted = await eventually(
    'the reason',
    () =>
      inDatabase(url, async (client) => {
        const { rows } = await client.query<{ halted: string | null }>('SELECT halted FROM log.integration');
        return rows[0]!.halted;
      }),
    60_000,
  );
  expect(halted).toContain('kept no openings');
  expect(await late.store.size()).toBe(20);
  await eventually('the alarm', () => Promise.resolve(alarm.mock.calls.length > 0), 60_000);
  await late.close();
  alarm.mockRestore();
});

it('leaves EventStoreDB only when asked to, and then for good', async () => {
  const url = databases[2]!.url;
  expect(await restore(url, undefined)).toMatchObject({ code: 1, err: expect.stringContaining('--into-postgresql') });
  expect(await restore(url, undefined, '--into-postgresql')).toMatchObject({ code: 0 });
  const again = (await openRegister(url, undefined, undefined))!;
  expect(await append(again, newStream('contribution'))).toMatchObject({ status: 'ok', size: 21 });
  await again.close();
  await expect(openRegister(url, undefined, server.url)).rejects.toThrow('written in PostgreSQL');

  // And the way back does not exist.
  const other = join(folder, 'in-postgresql');
  expect(await fil(url, 'backup', other, '--without-keys')).toMatchObject({ code: 0 });
  process.env['EVENTSTORE_URL'] = server.url;
  const back = await fil(url, 'restore', other, '--without-keys');
  delete process.env['EVENTSTORE_URL'];
  expect(back).toMatchObject({ code: 1, err: expect.stringContaining('cannot go on with them') });
});
