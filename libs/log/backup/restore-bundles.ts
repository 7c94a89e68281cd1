/** Puts the entries back, byte for byte, each with its openings; whatever does not fit is named, and nothing after it written. */
import type { Client } from 'pg';
import { isUuid } from '../transparency/entry-forms';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from '../event-store/postgres/binary-arrays';
import { unpackOpenings } from '../event-store/postgres/openings-sheet';
import { canonicalJson, type CanonicalValue } from '../transparency/canonical-json';
import { type Entry, parseEntry } from '../transparency/entry';
import { leafHash } from '../transparency/leaf-hash';
import { fits } from '../vault/fits';
import type { StoredOpening } from '../vault/vault-store.port';
import { BackupDamaged } from './backup-refused';
import type { Beside } from './bundle-bytes';
import { BUNDLE, bundlesOf } from './layout';
import { besideNames, readBundle } from './listed-files';
import type { Manifest } from './manifest';
import { inOneGo } from './owner-connection';
import { RESTORING } from './restoring';

/** Bundles that are written in one transaction. */
const AT_A_TIME = 4;

interface Restored {
  readonly index: number;
  readonly file: string;
  readonly bytes: Buffer;
  readonly entry: Entry;
  readonly beside: Beside;
  readonly besideFile: string;
  /** Without keys. */
  readonly openings: readonly StoredOpening[];
}

export async function restoreBundles(
  client: Client,
  directory: string,
  manifest: Manifest,
  { progress, signal }: { progress?: (done: number, of: number) => void; signal?: AbortSignal },
): Promise<void> {
  const beside = besideNames(manifest);
  const { rows } = await client.query<{ size: string }>('SELECT size FROM log.head');
  const begun = Number(rows[0]!.size);
  progress?.(0, manifest.size - begun);
  const bundles = bundlesOf(manifest.size);
  for (let first = bundlesOf(begun); first < bundles; first += AT_A_TIME) {
    signal?.throwIfAborted();
    const stretch: Restored[] = [];
    for (let bundle = first; bundle < Math.min(bundles, first + AT_A_TIME); bundle++)
      stretch.push(...(await read(directory, manifest, bundle, beside[bundle]!)));
    await inOneGo(client, () => write(client, stretch));
    progress?.(stretch.at(-1)!.index + 1 - begun, manifest.size - begun);
  }
}

async function read(directory: string, manifest: Manifest, bundle: number, besideName: string): Promise<Restored[]> {
  const { file, entries, besideFile, beside } = await readBundle(directory, manifest, bundle, besideName);
  return entries.map((bytes, n) => {
    const index = bundle * BUNDLE + n;
    const entry = readEntry(file, index, bytes, manifest.register.origin);
    const openings = readSheet(besideFile, index, entry, beside[n]!);
    return { index, file, bytes, entry, beside: beside[n]!, besideFile, openings };
  });
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function readEntry(file: string, index: number, bytes: Buffer, origin: string): Entry {
  const entry = canonicalEntry(bytes);
  const isEntry =
    entry !== null &&
    entry.v === 1 &&
    isUuid(entry.id) &&
    /^[^\s\0]+$/.test(entry.stream) &&
    /^\S+\/\d+$/.test(entry.type) &&
    Number.isInteger(entry.rev) &&
    INSTANT.test(entry.at) &&
    typeof entry.sealed === 'object' &&
    entry.sealed !== null;
  if (!isEntry) {
    throw BackupDamaged.entry(file, index, {
      fr: 'ce n’est pas une inscription en forme canonique.',
      en: 'this is not an entry in canonical form.',
    });
  }
  if (entry.log === origin) return entry;
  throw BackupDamaged.entry(file, index, {
    fr: `cette inscription est d’un autre registre (« ${entry.log} »).`,
    en: `this entry is of another register ("${entry.log}").`,
  });
}

/** Null unless the bytes are what their own content would be written as. */
function canonicalEntry(bytes: Buffer): Entry | null {
  try {
    const entry = parseEntry(bytes);
    return Buffer.from(canonicalJson(entry as unknown as CanonicalValue)).equals(bytes) ? entry : null;
  } catch {
    return null;
  }
}

/** What is on the sheet. @throws BackupDamaged when it opens what the entry does not name */
function readSheet(file: string, index: number, entry: Entry, { sheet, visibility }: Beside): StoredOpening[] {
  const misfit = BackupDamaged.entry(file, index, {
    fr: 'ce qui est gardé à côté n’est pas de cette inscription.',
    en: 'what is kept beside it is not of this entry.',
  });
  if (!/^[ocwr-]$/.test(visibility)) throw misfit;
  if (sheet === null) return [];
  try {
    const openings = unpackOpenings(entry.id, sheet, new Map());
    for (const { path, commitment } of openings) if (entry.sealed[path] !== commitment.toString('base64')) throw misfit;
    return openings;
  } catch (error) {
    // A sheet cut short is read beyond its end.
    throw error instanceof RangeError ? misfit : error;
  }
}

async function write(client: Client, stretch: readonly Restored[]): Promise<void> {
  const subjects = subjectsOf(stretch);
  await checkPlaces(client, stretch);
  await checkWords(client, stretch, subjects);
  const { rows } = await client.query<{ leaf: Buffer }>(
    `WITH inserted AS (
       INSERT INTO log.event (idx, id, stream, rev, type, at, visibility, entry, correlation)
       SELECT $1::bigint - 1 + e.n, e.id, e.stream, e.rev, e.type, to_timestamp(e.at),
         nullif(substr($2, e.n::integer, 1), '-')::"char", e.entry, e.correlation
       FROM unnest($3::uuid[], $4::text[], $5::integer[], $6::text[], $7::bigint[], $8::bytea[], $9::text[])
         WITH ORDINALITY AS e(id, stream, rev, type, at, entry, correlation, n)
       RETURNING idx, leaf)
     SELECT leaf FROM inserted ORDER BY idx`,
    [
      stretch[0]!.index,
      stretch.map(({ beside }) => beside.visibility).join(''),
      uuidArray(stretch.map(({ entry }) => entry.id)),
      textArray(stretch.map(({ entry }) => entry.stream)),
      int4Array(stretch.map(({ entry }) => entry.rev)),
      textArray(stretch.map(({ entry }) => entry.type)),
      int8Array(stretch.map(({ entry }) => Date.parse(entry.at) / 1_000)),
      byteaArray(stretch.map(({ bytes }) => bytes)),
      textArray(stretch.map(({ beside }) => beside.correlation)),
    ],
  );
  stretch.forEach(({ file, index, bytes }, n) => {
    if (!rows[n]!.leaf.equals(leafHash(bytes)))
      throw BackupDamaged.entry(file, index, {
        fr: 'la base a calculé une autre empreinte : mémoire ou disque défaillant.',
        en: 'the database computed another hash: memory or disk at fault.',
      });
  });
  const sheets = stretch.filter(({ beside }) => beside.sheet !== null);
  await client.query('INSERT INTO vault.openings (event_id, sheet) SELECT * FROM unnest($1::uuid[], $2::bytea[])', [
    uuidArray(sheets.map(({ entry }) => entry.id)),
    byteaArray(sheets.map(({ beside }) => beside.sheet)),
  ]);
  await fence(client, subjects);
  await client.query('UPDATE log.head SET size = $1', [stretch.at(-1)!.index + 1]);
}

const subjectsOf = (stretch: readonly Restored[]): string[] => [
  ...new Set(stretch.flatMap(({ openings }) => openings.flatMap(({ subject }) => subject ?? []))),
];

/** Words are those that were sealed: in clear, or under a key that is there. Of the others nothing can be said. */
async function checkWords(client: Client, stretch: readonly Restored[], subjects: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ subject: string; key: Buffer | null }>(
    'SELECT subject, key FROM keys.subject_key WHERE subject = ANY ($1::text[])',
    [textArray(subjects)],
  );
  const keys = new Map(rows.map(({ subject, key }) => [subject, key]));
  for (const { index, besideFile, openings } of stretch) {
    for (const opening of openings) {
      const key = opening.subject === null ? null : (keys.get(opening.subject) ?? null);
      const canBeRead = opening.content !== null && (opening.subject === null || key !== null);
      if (!canBeRead || fits({ ...opening, key })) continue;
      throw BackupDamaged.entry(besideFile, index, {
        fr: `ce qui est gardé de ${opening.path} n’est pas ce que l’inscription a scellé.`,
        en: `what is kept of ${opening.path} is not what the entry sealed.`,
      });
    }
  }
}

/** Words whose key is not in the keys file can never be read: no other key may be minted in its place. */
async function fence(client: Client, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await client.query(
    `WITH fenced AS (
       INSERT INTO keys.subject_key (subject, key, state) SELECT subject, NULL, 'erased' FROM unnest($1::text[]) s(subject)
       ON CONFLICT (subject) DO NOTHING RETURNING subject)
     UPDATE ${RESTORING}.progress SET keyless = keyless + (SELECT count(*) FROM fenced)`,
    [textArray(subjects)],
  );
}

/** Every id once, every stream from revision 1 without gaps. */
async function checkPlaces(client: Client, stretch: readonly Restored[]): Promise<void> {
  const streams = [...new Set(stretch.map(({ entry }) => entry.stream))];
  const { rows: last } = await client.query<{ stream: string; rev: number }>(
    `SELECT s.stream, v.rev FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
       SELECT rev FROM log.event e WHERE e.stream = s.stream ORDER BY e.rev DESC LIMIT 1) v`,
    [textArray(streams)],
  );
  const { rows: known } = await client.query<{ id: string }>('SELECT id FROM log.event WHERE id = ANY ($1::uuid[])', [
    uuidArray(stretch.map(({ entry }) => entry.id)),
  ]);
  const revisions = new Map(last.map(({ stream, rev }) => [stream, rev]));
  const ids = new Set(known.map(({ id }) => id));
  for (const { entry, file, index } of stretch) {
    const expected = (revisions.get(entry.stream) ?? 0) + 1;
    if (entry.rev !== expected) {
      throw BackupDamaged.entry(file, index, {
        fr: `c’est la révision ${entry.rev} de ${entry.stream}, on attendait la ${expected}.`,
        en: `this is revision ${entry.rev} of ${entry.stream}, ${expected} was expected.`,
      });
    }
    if (ids.has(entry.id)) {
      throw BackupDamaged.entry(file, index, {
        fr: `une inscription d’avant porte déjà l’identifiant ${entry.id}.`,
        en: `an entry before it has the id ${entry.id} already.`,
      });
    }
    revisions.set(entry.stream, entry.rev);
    ids.add(entry.id);
  }
}
