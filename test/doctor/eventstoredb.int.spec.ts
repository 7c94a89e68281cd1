/** `fil doctor` where EventStoreDB keeps the events. */
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { newPerson, newStream, recorded, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { eventually } from '../e2e/eventually';
import { EventStoreDbTestServer } from '../eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { codes, examine as examineWith } from './findings';
import { asOwner } from './told-register';

jest.setTimeout(120_000);

const IDENTITY = { origin: 'demo.invalid/contract', demonstration: true, authoritySiret: null };
const LONG = 30_000;

let database: TestDatabase;
let server: EventStoreDbTestServer;
let register: OpenRegister;
let closing: Promise<void> | null;
beforeEach(async () => {
  closing = null;
  database = await createTestDatabase();
  server = await EventStoreDbTestServer.start();
  register = (await openRegister(database.url, IDENTITY, server.url))!;
  for (let n = 0; n < 4; n++) {
    const stream = newStream('contribution');
    const result = await register.store.append(
      sealedAppend({ stream, expected: 0, events: [recorded()], person: newPerson(), mint: true }),
    );
    expect(result).toMatchObject({ status: 'ok' });
  }
});
afterEach(async () => {
  jest.restoreAllMocks();
  await close();
  server.stop();
  await database.drop();
});

/** Of several who feed the log, none. Once. */
const close = (): Promise<void> => (closing ??= register.close());

const examine = (eventStoreUrl = server.url, deep = false) =>
  examineWith({ DATABASE_URL: database.url, EVENTSTORE_URL: eventStoreUrl }, { deep });

it('finds that the log follows, and that both say the same', async () => {
  const findings = await examine(server.url, true);
  expect(codes(findings, 'fault')).toEqual([]);
  expect(codes(findings, 'ok')).toEqual(
    expect.arrayContaining([
      'eventstoredb.reachable',
      'register.engine',
      'log.asWritten',
      'integration.current',
      'integration.sameStore',
      'integration.compared',
    ]),
  );
});

it('an event that is not ours, without the name of its stream', async () => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const id = randomUUID();
  const event = { id, type: 'noted', contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.of() };
  server.log.append('somebody@example.org', 'no_stream', [event]);
  await eventually('a halt', async () => (await register.integration!()).halted, LONG);
  const findings = await examine();
  expect(codes(findings, 'fault')).toEqual(['integration.halted']);
  expect(findings.find(({ code }) => code === 'integration.halted')!.whatToDo!.en).toContain(`fil log refuse ${id}`);
  expect(JSON.stringify(findings)).not.toContain('somebody');
});

it('a log that nobody feeds', async () => {
  await close();
  await asOwner(database.url, `UPDATE log.integration SET caught_up_at = now() - interval '1 hour'`);
  const findings = await examine();
  expect(codes(findings, 'warning')).toContain('integration.behind');
  expect(codes(findings, 'fault')).toEqual([]);
});

it('a log and an event store that differ', async () => {
  await close();
  await asOwner(
    database.url,
    'SET session_replication_role = replica',
    'UPDATE log.event SET idx = 10 - idx',
    'UPDATE log.event SET idx = idx - 7',
  );
  expect(codes(await examine(server.url, true), 'fault')).toContain('integration.differs');
});

it('another event store, one that is away, and none in the settings', async () => {
  await close();
  const other = await EventStoreDbTestServer.start();
  expect(codes(await examine(other.url), 'fault')).toEqual(['integration.otherStore']);
  other.stop();
  server.stop();
  const away = await examine();
  expect(codes(away, 'fault')).toEqual(['eventstoredb.unreachable']);
  expect(codes(away, 'warning')).toContain('integration.notExamined');
  expect(codes(await examineWith({ DATABASE_URL: database.url }), 'fault')).toEqual(['register.engine']);
});
