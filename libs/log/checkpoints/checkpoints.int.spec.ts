import { randomInt } from 'node:crypto';
import { LogUnderTest, ORIGIN } from '../../../test/checkpoints/log-under-test';
import { openCheckpoint } from '../transparency/checkpoint';
import { rootOf } from '../transparency/compact-range';
import { formatVkey } from '../transparency/keys';
import { consistencyPath, verifyConsistency, verifyInclusion } from '../transparency/proofs';
import { readAlarms } from './alarms';
import { CHECKPOINT_STEPS, type Checkpointer, type CheckpointStep } from './checkpointer';
import { lastPublished, lastSigned } from './kept-checkpoints';
import { LogProofs } from './log-proofs';
import { readAnnouncedKeys } from './signing-keys';
import { readIntegrated, StoredTiles } from './stored-tree';
import { verifyTree } from './verify-tree';

let log: LogUnderTest;
beforeEach(async () => {
  log = await LogUnderTest.begin();
});
afterEach(() => log.end());

const leaves = async (): Promise<Buffer[]> => {
  const { rows } = await log.pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event ORDER BY idx');
  return rows.map(({ leaf }) => leaf);
};

/** I1 to I5 of 04 §2.4. */
async function checkInvariants(): Promise<void> {
  const all = await leaves();
  const { rows: heads } = await log.pool.query<{ size: number; first: number; last: number }>(
    'SELECT h.size::float8 AS size, min(idx)::float8 AS first, max(idx)::float8 AS last FROM log.head h, log.event GROUP BY 1',
  );
  expect(heads).toEqual([{ size: all.length, first: 0, last: all.length - 1 }]);
  const tree = await readIntegrated(log.pool);
  expect(tree.size).toBeLessThanOrEqual(all.length);
  expect(tree.root).toEqual(rootOf(all.slice(0, tree.size)));
  const { rows: tiles } = await log.pool.query<{ level: number; count: number }>(
    'SELECT level, count(*)::int AS count FROM log.tile GROUP BY level ORDER BY level',
  );
  const complete = [0, 1].map((level) => ({ level, count: Math.floor(tree.size / 256 ** (level + 1)) }));
  expect(tiles).toEqual(complete.filter(({ count }) => count > 0));
  expect((await verifyTree(log.pool, 0, tree.size)).after).toEqual(tree);
  const { rows: signed } = await log.pool.query<{ size: number; root: Buffer; note: string }>(
    'SELECT size::float8 AS size, root, note FROM log.checkpoint ORDER BY size',
  );
  const keys = await readAnnouncedKeys(log.pool);
  for (const { size, root, note } of signed) {
    expect(size).toBeLessThanOrEqual(tree.size);
    expect(root).toEqual(rootOf(all.slice(0, size)));
    expect(openCheckpoint(note, keys)).toMatchObject({ ok: true, checkpoint: { origin: ORIGIN, size, root } });
  }
  const locked = await log.lockStore.read();
  const published = await lastPublished(log.pool);
  const sizeOf = (note: string | undefined): number => Number(note?.split('\n')[1] ?? -1);
  expect(published?.size ?? -1).toBeLessThanOrEqual(sizeOf(locked?.note));
  if (locked) expect(signed.map(({ note }) => note)).toContain(locked.note);
}

it('takes in every entry once, and proves each under the published checkpoint', async () => {
  await log.append(300);
  await log.signAll();
  await log.append(333);
  await log.signAll();
  await checkInvariants();
  const proofs = new LogProofs(log.pool, null);
  expect(await proofs.proofFor(633)).toBeNull();
  for (const [index, size] of [
    [0, 300],
    [299, 300],
    [300, 633],
    [632, 633],
  ] as const) {
    const proof = (await proofs.proofFor(index))!;
    expect(proof).toMatchObject({ index, leaf: (await leaves())[index], checkpoint: { size } });
    expect(verifyInclusion(proof.checkpoint, index, proof.leaf, proof.path)).toBe(true);
    expect(proof.checkpoint.confirmation).toEqual({ state: 'recorded', by: [], of: 0 });
  }
  const path = await consistencyPath(new StoredTiles(log.pool).nodes(633), 300, 633);
  const [older, newer] = await Promise.all([proofs.proofFor(0), proofs.published()]);
  expect(verifyConsistency(older!.checkpoint, newer!, path)).toBe(true);
}, 60_000);

it('signs once what has not grown, and again says so after the heartbeat', async () => {
  await log.append(3);
  await log.signAll();
  expect(await log.checkpointer().pass()).toEqual({ status: 'current' });
  const before = (await lastPublished(log.pool))!;
  expect(await log.checkpointer(undefined, 0).pass()).toMatchObject({ status: 'published', note: before.note });
  const after = (await lastPublished(log.pool))!;
  expect(after.publishedAt!.getTime()).toBeGreaterThan(before.publishedAt!.getTime());
  expect(after.note).toBe(before.note);
  await checkInvariants();
}, 60_000);

class Stopped extends Error {}

it.each(CHECKPOINT_STEPS)(
  'goes on after a process that ended once it had %s',
  async (last) => {
    await log.append(5);
    await log.signAll();
    await log.append(300);
    await log.integrator().catchUp();
    const dying = log.checkpointer((step) => {
      if (step === last) throw new Stopped();
    });
    await expect(dying.pass()).rejects.toThrow(Stopped);
    await checkInvariants();
    // More may come before anybody goes on.
    if (randomInt(2) === 0) await log.append(7);
    await log.signAll();
    await checkInvariants();
    expect((await lastPublished(log.pool))!.size).toBe((await leaves()).length);
  },
  60_000,
);

it('stays one log under two integrators, two signers and appenders that end at any step', async () => {
  const STOPS = 25;
  let stops = 0;
  let working = true;
  const dies = (step: CheckpointStep): void => {
    if (randomInt(CHECKPOINT_STEPS.length + 1) > 0 || !CHECKPOINT_STEPS.includes(step)) return;
    stops++;
    throw new Stopped();
  };
  const again = async (work: () => Promise<unknown>): Promise<void> => {
    while (working)
      await work().catch((error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
      });
  };
  const signer = async (): Promise<void> => {
    let checkpointer: Checkpointer = log.checkpointer(dies);
    await again(async () => {
      await checkpointer.pass().catch((error: unknown) => {
        checkpointer = log.checkpointer(dies);
        throw error;
      });
    });
  };
  const integrator = () => again(() => log.integrator().catchUp());
  const appender = async (): Promise<void> => {
    while (stops < STOPS) await log.append(randomInt(1, 60));
  };
  const following = Promise.all([integrator(), integrator(), signer(), signer()]);
  await Promise.race([Promise.all([appender(), appender()]), following]);
  working = false;
  await following;
  await log.signAll();
  await checkInvariants();
  expect(await readAlarms(log.pool)).toEqual([]);
  expect((await lastPublished(log.pool))!.size).toBe((await leaves()).length);
}, 120_000);

describe('refuses to sign, and tells', () => {
  const refuses = async (kind: string, work: () => Promise<unknown>): Promise<void> => {
    const signed = await lastSigned(log.pool);
    await expect(work()).rejects.toMatchObject({ name: 'LogDamaged', kind });
    expect(await lastSigned(log.pool)).toEqual(signed);
  };

  it('a log with an entry that is missing', async () => {
    await log.append(10);
    await log.tamper('DELETE FROM log.event WHERE idx = 6');
    await refuses('gap', () => log.integrator().catchUp());
    await log.tamper('UPDATE log.event SET idx = 6 WHERE idx = 9');
    await refuses('gap', () => log.integrator().catchUp());
  }, 60_000);

  it('an entry whose byte was flipped after it was taken in', async () => {
    await log.append(10);
    await log.signAll();
    await log.append(10);
    await log.integrator().catchUp();
    await log.tamper('UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = 15');
    await refuses('tile', () => log.checkpointer().pass());
    expect(await readAlarms(log.pool)).toMatchObject([{ kind: 'tile' }]);
    // Also once it is as it was: a person decides.
    await log.tamper('UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = 15');
    expect(await log.checkpointer().pass()).toEqual({ status: 'stopped' });
  }, 60_000);

  it('an entry that was signed and is another one now', async () => {
    await log.append(10);
    await log.signAll();
    await log.append(1);
    await log.integrator().catchUp();
    await log.tamper('UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = 3');
    await refuses('fork', () => log.checkpointer().pass());
  }, 60_000);

  it('a tile that does not follow from its entries', async () => {
    await log.append(600);
    await log.integrator().catchUp();
    await log.tamper('UPDATE log.tile SET data = set_byte(data, 40, get_byte(data, 40) # 1) WHERE n = 1');
    await refuses('tile', () => log.checkpointer().pass());
  }, 60_000);

  it('a database that is older than what was locked, or another one', async () => {
    await log.append(20);
    await log.signAll();
    const restored = await LogUnderTest.begin(log.folder);
    try {
      await restored.pool.query('SELECT log.add_signing_key($1)', [(await readAnnouncedKeys(log.pool))[0]!.vkey]);
      await restored.append(10);
      await restored.integrator().catchUp();
      await expect(restored.checkpointer().pass()).rejects.toMatchObject({ kind: 'behind' });
      await restored.pool.query(`SELECT log.end_alarms('{behind}')`);
      await restored.append(20);
      await restored.integrator().catchUp();
      await expect(restored.checkpointer().pass()).rejects.toMatchObject({ kind: 'fork' });
    } finally {
      await restored.end({ keepFolder: true });
    }
  }, 60_000);

  it('without its key', async () => {
    await log.append(1);
    await log.signAll();
    const [key] = await log.keys.read();
    await log.keys.remove(key!.keyId);
    await log.append(1);
    await log.integrator().catchUp();
    await expect(log.checkpointer().pass()).rejects.toMatchObject({ name: 'CannotSign' });
  }, 60_000);
});

it('signs with two keys while one takes over from the other', async () => {
  await log.append(1);
  await log.signAll();
  const second = await log.keys.add();
  await log.pool.query('SELECT log.add_signing_key($1)', [formatVkey(second)]);
  await log.append(1);
  await log.signAll();
  const keys = await readAnnouncedKeys(log.pool);
  const opened = openCheckpoint((await lastPublished(log.pool))!.note, keys);
  expect(opened.ok && opened.checkpoint.logSignatures).toHaveLength(2);
  await log.pool.query('SELECT log.retire_signing_key($1)', [keys[0]!.vkey]);
  await log.append(1);
  await log.signAll();
  expect((await lastPublished(log.pool))!.note.match(/^— /gm)).toHaveLength(1);
  await checkInvariants();
}, 60_000);

it('is changed by nobody', async () => {
  await log.append(300);
  await log.signAll();
  for (const statement of [
    `UPDATE log.tile SET n = 7`,
    `DELETE FROM log.checkpoint`,
    'TRUNCATE log.publication',
    'DELETE FROM log.integrated',
  ]) {
    await expect(log.owner.query(statement)).rejects.toThrow('the log is never changed');
    await expect(log.pool.query(statement)).rejects.toThrow('permission denied');
  }
  await expect(log.pool.query('UPDATE log.integrated SET size = 0')).rejects.toThrow('permission denied');
  await expect(log.pool.query(`SELECT log.add_tiles(300, 301, sha256(''), '{}', '{}', '{}', '{}')`)).rejects.toThrow(
    'cannot grow',
  );
}, 60_000);
