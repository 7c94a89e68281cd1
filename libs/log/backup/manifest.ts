/** What a backup says of itself. The file is replaced as a whole: a directory holds the backup its manifest names, or none. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../transparency/canonical-json';
import { BackupDamaged, BackupRefused } from './backup-refused';
import { FILE_NAME, TABLE_NAME } from './layout';

export const MANIFEST = 'manifest.json';
export const FORMAT = 1;

const count = z.int().nonnegative();
const engine = z.enum(['postgres', 'eventstoredb']);

const manifestFile = z.strictObject({
  format: z.literal(FORMAT),
  /** Version of Fil rouge that made it. */
  product: z.string(),
  /** `YYYY-MM-DDThh:mm:ssZ`, when it was begun. */
  madeAt: z.string(),
  register: z.strictObject({
    origin: z.string(),
    demonstration: z.boolean(),
    authoritySiret: z.string().nullable(),
    createdAt: z.string(),
  }),
  engine,
  /** How far the log had taken in what EventStoreDB holds: bytes, as decimal digits. Null for the other engine. */
  integration: z.strictObject({ commit: z.string(), prepare: z.string() }).nullable(),
  /** Number of entries. */
  size: count,
  /** The schema the rows stand in. */
  migrations: z.array(z.string()),
  tables: z.record(
    z.string().regex(TABLE_NAME),
    z.strictObject({
      file: z.string(),
      rows: count,
      /** Only for a register of this engine. */
      engine: engine.nullable(),
    }),
  ),
  files: z.record(
    z.string().regex(FILE_NAME),
    z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

export type Manifest = z.infer<typeof manifestFile>;
export type ListedFile = Manifest['files'][string];
export type Engine = z.infer<typeof engine>;

export const manifestBytes = (manifest: Manifest): Buffer => Buffer.from(`${canonicalJson(manifest)}\n`);

export interface ReadManifest {
  readonly manifest: Manifest;
  /** SHA-256 of the file: which backup this is. */
  readonly id: string;
}

/**
 * Null when there is none.
 *
 * @throws BackupDamaged, BackupRefused when it was made by a later version
 */
export async function readManifest(directory: string): Promise<ReadManifest | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(directory, MANIFEST));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const id = createHash('sha256').update(bytes).digest('hex');
  return { manifest: checked(parsed(bytes)), id };
}

/** @throws BackupRefused when the directory holds no complete backup */
export async function manifestOf(directory: string): Promise<ReadManifest> {
  const read = await readManifest(directory);
  if (read) return read;
  throw new BackupRefused('none', {
    fr: `Il n’y a pas de sauvegarde complète dans « ${directory} ». Si l’une y a été interrompue, relancez « fil backup ».`,
    en: `There is no complete backup in "${directory}". If one was interrupted there, run "fil backup" again.`,
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BackupDamaged(MANIFEST, { fr: 'ce n’est pas du JSON.', en: 'this is not JSON.' });
  }
}

function checked(found: unknown): Manifest {
  const { format } = (found ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupRefused('laterFormat', {
      fr: `Cette sauvegarde a le format ${format}, plus récent que cette version de Fil rouge : installez-en une plus récente.`,
      en: `This backup has format ${format}, later than this version of Fil rouge: install a later one.`,
    });
  }
  const read = manifestFile.safeParse(found);
  if (read.success) return read.data;
  const said = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new BackupDamaged(MANIFEST, {
    fr: `ce n’est pas le manifeste d’une sauvegarde (${said}).`,
    en: `this is not the manifest of a backup (${said}).`,
  });
}
