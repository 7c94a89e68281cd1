/**
 * Puts entries back that a database has lost after they were signed, byte for byte and in order, from a copy of the log
 * that anybody may have kept.
 */
import type { Client, Pool } from 'pg';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import type { VisibilityEffect } from '@fil/facts/kit/event-definition';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from '../event-store/postgres/binary-arrays';
import type { StoredEntry } from '../event-store/event-store.port';
import { takeLock, withOwner } from '../backup/owner-connection';
import { MirrorFolder } from '../mirror/mirror-folder';
import { parseBundle } from '../transparency/bundles';
import { CompactRange } from '../transparency/compact-range';
import { leafHash } from '../transparency/leaf-hash';
import { rootAt } from '../transparency/proofs';
import type { Entry } from '../transparency/entry';
import { readEntry } from '../transparency/read-entry';
import { bundlePath, TILE_WIDTH, tilesOfLevel } from '../transparency/tiles';
import type { TreeHead } from '../transparency/tree-head';
import { readKept } from './compare-head';
import { readAnnouncedKeys } from './signing-keys';
import { StoredTiles } from './stored-tree';
import { TreeIntegrator } from './tree-integrator';

export interface Recovery {
  readonly url: string;
  readonly pool: Pool;
  readonly origin: string;
  /** Folder that `fil log mirror` keeps. */
  readonly mirror: string;
  /** What an event does to its object's visibility, by its type with its version. */
  readonly visibilityOf: (type: string) => VisibilityEffect | null;
  /** Seen to before these are written: an erasure that they order must not wait for a second try. */
  readonly before: (entries: readonly StoredEntry[]) => Promise<void>;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Recovered {
  /** Entries there were. */
  readonly from: number;
  /** Entries there are. */
  readonly to: number;
}

/** The copy cannot be gone on from: nothing was written. */
export class RecoveryRefused extends ExplainedError {
  constructor(rule: 'noCheckpoint' | 'nothingMore' | 'otherHistory' | 'damaged' | 'another', fr: string, en: string) {
    super(`recovery.${rule}`, 'unprocessable', { fr, en });
  }
}

/** One at a time, and none while a backup is restored. */
const RECOVERY_LOCK = '7046029254386362';

/**
 * Takes from the copy only what extends this database's own beginning, and only after everything was read and led to the
 * checkpoint that this register has signed. Openings are not in a mirror: words of these entries are in backups, or lost.
 *
 * @throws RecoveryRefused, LogDamaged, CannotSign
 */
export async function recoverEntries(recovery: Recovery): Promise<Recovered> {
  const { url, pool, origin, mirror } = recovery;
  const folder = new MirrorFolder(mirror);
  const note = await folder.read('checkpoint');
  if (note === null) {
    throw new RecoveryRefused(
      'noCheckpoint',
      `Il n’y a pas de copie du registre dans ${mirror} : le fichier « checkpoint » manque.`,
      `There is no copy of the log in ${mirror}: the file "checkpoint" is missing.`,
    );
  }
  const head = readKept(note.toString('utf8'), { origin, keys: await readAnnouncedKeys(pool), where: mirror });
  const from = await new TreeIntegrator(pool).catchUp();
  if (head.size <= from) {
    throw new RecoveryRefused(
      'nothingMore',
      `La copie a ${head.size} inscriptions, le registre ${from} : il n’y a rien à reprendre.`,
      `The copy has ${head.size} entries, the log ${from}: there is nothing to take from it.`,
    );
  }
  const leaves = await verifiedLeaves(folder, head, {
    size: from,
    root: await rootAt(new StoredTiles(pool).nodes(from), from),
  });
  await withOwner(url, 'writing', async (client) => {
    if (!(await takeLock(client, RECOVERY_LOCK)))
      throw new RecoveryRefused('another', 'Une reprise est déjà en cours.', 'A recovery is under way already.');
    for await (const stretch of bundles(folder, head.size, from)) {
      checkSame(stretch, leaves, from);
      const entries = stretch.entries.map((bytes, n) => ({ ...readEntry(bytes), index: stretch.first + n, bytes }));
      await recovery.before(entries);
      await write(client, entries, recovery.visibilityOf);
      recovery.onProgress?.(stretch.first + stretch.entries.length - from, head.size - from);
    }
  });
  return { from, to: head.size };
}

interface Stretch {
  /** Index of the first entry. */
  readonly first: number;
  readonly entries: readonly Buffer[];
}

/** Entries of the copy with index ≥ `from`, a bundle at a time. */
async function* bundles(folder: MirrorFolder, size: number, from: number): AsyncGenerator<Stretch> {
  for (const address of tilesOfLevel(0, size)) {
    const first = address.index * TILE_WIDTH;
    if (first + address.width <= from) continue;
    const path = bundlePath(address);
    const bytes = await folder.read(path);
    if (bytes === null) throw damaged(path);
    const skipped = Math.max(from - first, 0);
    yield { first: first + skipped, entries: parseBundle(bytes, address.width).slice(skipped) };
  }
}

/** Leaf hashes behind `before`, once all of the copy was read and leads to its checkpoint. */
async function verifiedLeaves(folder: MirrorFolder, head: TreeHead, before: TreeHead): Promise<readonly Buffer[]> {
  const range = new CompactRange();
  const leaves: Buffer[] = [];
  const atBefore = (): Buffer | null => (range.size === before.size ? range.root() : null);
  let beginning = atBefore();
  for await (const { entries } of bundles(folder, head.size, 0)) {
    for (const entry of entries) {
      const leaf = leafHash(entry);
      if (range.size >= before.size) leaves.push(leaf);
      range.append(leaf);
      beginning ??= atBefore();
    }
  }
  if (!range.root().equals(head.root)) throw damaged('checkpoint');
  if (!beginning?.equals(before.root)) {
    throw new RecoveryRefused(
      'otherHistory',
      `Les ${before.size} inscriptions de ce registre ne sont pas le début de la copie : ce sont deux histoires. Gardez les deux telles quelles.`,
      `The ${before.size} entries of this log are not the beginning of the copy: these are two histories. Keep both as they are.`,
    );
  }
  return leaves;
}

/** Somebody may have written into the copy since it was verified. */
function checkSame({ first, entries }: Stretch, leaves: readonly Buffer[], from: number): void {
  entries.forEach((entry, n) => {
    if (!leafHash(entry).equals(leaves[first - from + n]!)) throw damaged(String(first + n));
  });
}

const damaged = (what: string): RecoveryRefused =>
  new RecoveryRefused(
    'damaged',
    `La copie est abîmée (${what}) : ses inscriptions ne mènent pas à son point de contrôle. Prenez-en une autre.`,
    `The copy is damaged (${what}): its entries do not lead to its checkpoint. Take another one.`,
  );

/** In one transaction with the head: stopped anywhere, it goes on from there. */
async function write(
  client: Client,
  entries: readonly (Entry & StoredEntry)[],
  visibilityOf: Recovery['visibilityOf'],
): Promise<void> {
  const first = entries[0]!.index;
  await client.query('BEGIN');
  try {
    await client.query('SELECT size FROM log.head FOR UPDATE');
    await client.query(
      `INSERT INTO log.event (idx, id, stream, rev, type, at, visibility, entry)
       SELECT $1::bigint - 1 + e.n, e.id, e.stream, e.rev, e.type, to_timestamp(e.at),
         nullif(substr($2, e.n::integer, 1), '-')::"char", e.entry
       FROM unnest($3::uuid[], $4::text[], $5::integer[], $6::text[], $7::bigint[], $8::bytea[])
         WITH ORDINALITY AS e(id, stream, rev, type, at, entry, n)`,
      [
        first,
        entries.map(({ type }) => visibilityOf(type)?.[0] ?? '-').join(''),
        uuidArray(entries.map(({ id }) => id)),
        textArray(entries.map(({ stream }) => stream)),
        int4Array(entries.map(({ rev }) => rev)),
        textArray(entries.map(({ type }) => type)),
        int8Array(entries.map(({ at }) => Date.parse(at) / 1_000)),
        byteaArray(entries.map(({ bytes }) => bytes)),
      ],
    );
    const { rowCount } = await client.query('UPDATE log.head SET size = $1 WHERE size = $2', [
      first + entries.length,
      first,
    ]);
    if (rowCount !== 1) throw new Error(`the log no longer has ${first} entries`);
    await client.query(`SELECT pg_notify('fil_log', $1)`, [String(first + entries.length)]);
    await client.query('COMMIT');
  } catch (error) {
    // On a connection that is lost the server rolls back by itself; what is told is why the work failed.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
