import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LogUnderTest, ORIGIN } from '../../../test/checkpoints/log-under-test';
import { StoreBusy } from '../event-store/event-store.port';
import { endAlarms, readAlarms } from './alarms';
import { AppendGuard, type AppendGuardSettings, RecordingStopped } from './append-guard';
import { GuardedEventStore } from './guarded-event-store';
import { atMirror, inLockStore } from './kept-elsewhere';
import { lastPublished } from './kept-checkpoints';
import { readAnnouncedKeys } from './signing-keys';
import { readIntegrated } from './stored-tree';

let log: LogUnderTest;
let restored: LogUnderTest;
beforeEach(async () => {
  log = await LogUnderTest.begin();
  restored = await LogUnderTest.begin(log.folder);
});
afterEach(async () => {
  await restored.end({ keepFolder: true });
  await log.end();
});

const troubles: string[] = [];
function guarded(of: LogUnderTest, settings: Partial<AppendGuardSettings> = {}): GuardedEventStore {
  const { pool, store, lockStore } = of;
  const onTrouble = (message: string): void => void troubles.push(message);
  const guard = new AppendGuard({
    pool,
    origin: ORIGIN,
    elsewhere: [inLockStore(lockStore)],
    witnessKeys: [],
    mostBehind: 1_000,
    refills: false,
    onTrouble,
    ...settings,
  });
  return new GuardedEventStore(store, guard);
}

/** The first entries of the log, as a backup holds them. */
async function restore(entries: number): Promise<void> {
  const { rows } = await log.pool.query<{ row: string }>(
    `SELECT to_jsonb(r)::text AS row FROM (SELECT idx, id, stream, rev, type, at, visibility, entry FROM log.event
     WHERE idx < $1 ORDER BY idx) r`,
    [entries],
  );
  await restored.owner.query(
    `INSERT INTO log.event (idx, id, stream, rev, type, at, visibility, entry)
     SELECT idx, id, stream, rev, type, at, visibility, entry FROM jsonb_populate_recordset(NULL::log.event, $1::jsonb)`,
    [`[${rows.map(({ row }) => row).join(',')}]`],
  );
  await restored.owner.query('UPDATE log.head SET size = $1', [entries]);
  for (const { vkey } of await readAnnouncedKeys(log.pool))
    await restored.pool.query('SELECT log.add_signing_key($1)', [vkey]);
}

it('lets a log go on that begins with what was signed, after its tree is made again', async () => {
  await log.append(300);
  await log.signAll();
  await log.append(20);
  await restore(320);
  await restored.append(5, guarded(restored));
  expect((await readIntegrated(restored.pool)).size).toBeGreaterThanOrEqual(300);
  await restored.signAll();
  expect(await lastPublished(restored.pool)).toMatchObject({ size: 325 });
}, 60_000);

it('records nothing in a database that is older than what was signed, until that is ended', async () => {
  await log.append(30);
  await log.signAll();
  await restore(20);
  const store = guarded(restored);
  await expect(restored.append(1, store)).rejects.toThrow(RecordingStopped);
  expect(await store.size()).toBe(20);
  expect(await readAlarms(restored.pool)).toMatchObject([{ kind: 'behind' }]);
  // Another program, which does not see the lock store.
  const elsewhere = guarded(restored, { elsewhere: [] });
  await expect(restored.append(1, elsewhere)).rejects.toThrow(RecordingStopped);
  await endAlarms(restored.pool, ['behind']);
  await restored.append(1, guarded(restored, { elsewhere: [] }));
}, 60_000);

it('records nothing in another history of the same register', async () => {
  await log.append(30);
  await log.signAll();
  await restore(0);
  await restored.append(40);
  await expect(restored.append(1, guarded(restored))).rejects.toThrow(RecordingStopped);
  expect(await readAlarms(restored.pool)).toMatchObject([{ kind: 'fork' }]);
}, 60_000);

it('waits for entries that come again from an event store beside the database', async () => {
  await log.append(30);
  await log.signAll();
  await restore(20);
  await expect(restored.append(1, guarded(restored, { refills: true }))).rejects.toThrow(RecordingStopped);
  expect(await readAlarms(restored.pool)).toEqual([]);
}, 60_000);

it('believes a mirror that has seen more, and goes on without one that cannot be asked', async () => {
  await log.append(30);
  await log.signAll();
  await restore(20);
  const mirror = join(log.folder, 'mirror');
  await mkdir(mirror);
  const elsewhere = [atMirror(mirror), atMirror('http://127.0.0.1:1/none')];
  await restored.append(1, guarded(restored, { elsewhere }));
  expect(troubles.splice(0)).toEqual([expect.stringContaining('127.0.0.1')]);
  await writeFile(join(mirror, 'checkpoint'), (await lastPublished(log.pool))!.note);
  await expect(restored.append(1, guarded(restored, { elsewhere }))).rejects.toThrow(RecordingStopped);
}, 60_000);

it('stops where its own lock store cannot be read', async () => {
  const elsewhere = [{ ...inLockStore(log.lockStore), read: () => Promise.reject(new Error('I/O')) }];
  await expect(log.append(1, guarded(log, { elsewhere }))).rejects.toThrow(RecordingStopped);
  expect(await readAlarms(log.pool)).toEqual([]);
}, 60_000);

it('grows the tree itself when nobody does, and takes no more where it cannot', async () => {
  await log.append(50);
  await log.append(1, guarded(log, { mostBehind: 10 }));
  expect((await readIntegrated(log.pool)).size).toBe(50);
  await log.append(20);
  await log.tamper('DELETE FROM log.event WHERE idx = 60');
  await expect(log.append(1, guarded(log, { mostBehind: 10 }))).rejects.toThrow(StoreBusy);
}, 60_000);
