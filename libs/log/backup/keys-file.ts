/**
 * The second file: keys of persons, and the instance key of the register. One line that says whose they are, the tables
 * as in table-rows.ts, one line with the SHA-256 of everything before it.
 */
import { createHash } from 'node:crypto';
import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../transparency/canonical-json';
import { BackupDamaged, BackupRefused } from './backup-refused';
import { flushFolder, writeDurably } from './durable-files';
import { linesOf } from './lines';

const keysHead = z.strictObject({
  format: z.literal(1),
  kind: z.literal('keys'),
  origin: z.string(),
  /** Base64; 32 bytes. */
  instanceKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  madeAt: z.string(),
});
export type KeysHead = z.infer<typeof keysHead>;

const closing = (sha256: string): string => `${canonicalJson({ sha256 })}\n`;

/**
 * Where the keys are to be kept.
 *
 * @throws BackupRefused when it is inside the backup, or another file has that name
 */
export async function keysPath(path: string, backup: string, origin: string): Promise<string> {
  const folder = await realpath(dirname(resolve(path))).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new BackupRefused('keysFolder', {
      fr: `Le dossier de « ${path} » n’existe pas.`,
      en: `The folder of "${path}" does not exist.`,
    });
  });
  const inside = await realpath(backup);
  if (folder === inside || folder.startsWith(inside + sep)) {
    throw new BackupRefused('keysInside', {
      fr: 'Le fichier des clés ne peut pas être dans la sauvegarde : qui aurait l’une aurait l’autre. Gardez-le ailleurs.',
      en: 'The file of the keys cannot be inside the backup: who had the one would have the other. Keep it elsewhere.',
    });
  }
  const name = basename(path);
  if ((await readdir(folder)).includes(name)) {
    const head = await readKeysHead(join(folder, name)).catch((error: unknown) => {
      if (!(error instanceof BackupDamaged)) throw error;
      return null;
    });
    if (head?.origin !== origin) {
      throw new BackupRefused('keysForeign', {
        fr: `« ${path} » existe déjà et n’est pas le fichier des clés de ce registre : il n’est pas écrasé.`,
        en: `"${path}" exists already and is not the file of the keys of this register: it is not written over.`,
      });
    }
  }
  return join(folder, name);
}

/** Always the same, so that the keys in it do not outlive a run that was killed. */
const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.draft`);

/** Removes what a run that was killed had written: keys that may have been destroyed since. */
export const removeDraft = (path: string): Promise<void> => rm(draftOf(path), { force: true });

/** Replaces the file as a whole, readable by its owner only. */
export async function writeKeys(path: string, head: KeysHead, lines: AsyncIterable<string>): Promise<void> {
  const hash = createHash('sha256');
  async function* pieces(): AsyncGenerator<string> {
    const first = `${canonicalJson(head)}\n`;
    hash.update(first);
    yield first;
    for await (const line of lines) {
      hash.update(line);
      yield line;
    }
    yield closing(hash.digest('hex'));
  }
  await writeDurably(draftOf(path), () => path, pieces());
  await flushFolder(dirname(path));
}

/** @throws BackupDamaged */
export async function readKeysHead(path: string): Promise<KeysHead> {
  for await (const line of linesOf(path)) {
    try {
      return keysHead.parse(JSON.parse(line));
    } catch {
      break;
    }
  }
  throw BackupDamaged.line(path, 1, {
    fr: 'ce n’est pas un fichier de clés.',
    en: 'this is not a file of keys.',
  });
}

/**
 * Reads it whole: nothing of it is used before.
 *
 * @returns its SHA-256: which keys these are
 * @throws BackupDamaged when it was cut short or changed
 */
async function checkKeys(path: string): Promise<string> {
  const hash = createHash('sha256');
  let last: string | null = null;
  for await (const line of linesOf(path)) {
    if (last !== null) hash.update(`${last}\n`);
    last = line;
  }
  const sha256 = hash.digest('hex');
  if (`${last}\n` === closing(sha256)) return sha256;
  throw new BackupDamaged(path, {
    fr: 'le fichier a été tronqué ou modifié.',
    en: 'the file was cut short or changed.',
  });
}

/** @returns SHA-256 of the keys @throws BackupDamaged, BackupRefused when they are those of another register */
export async function keysOf(path: string, register: string): Promise<string> {
  const { origin } = await readKeysHead(path);
  if (origin === register) return checkKeys(path);
  throw new BackupRefused('keysForeign', {
    fr: `« ${path} » contient les clés d’un autre registre (« ${origin} »).`,
    en: `"${path}" holds the keys of another register ("${origin}").`,
  });
}

/** Lines between the first and the last. */
export async function* keyLines(path: string): AsyncGenerator<string> {
  let before: string | null = null;
  let first = true;
  for await (const line of linesOf(path)) {
    if (before !== null) yield before;
    if (first) first = false;
    else before = line;
  }
}
