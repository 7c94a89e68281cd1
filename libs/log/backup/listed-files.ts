/** The files that a manifest names, and nothing else: read only as what was written. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfFile } from './backup-directory';
import { BackupDamaged } from './backup-refused';
import { type Beside, besideIn, entriesIn } from './bundle-bytes';
import { besideFile, BUNDLE, bundlesOf, entriesFile, widthOf } from './layout';
import type { Manifest } from './manifest';

/** @throws BackupDamaged unless the manifest names every file that its size asks for */
export function checkShape(manifest: Manifest): void {
  for (let bundle = 0; bundle < bundlesOf(manifest.size); bundle++) {
    const entries = entriesFile(bundle, widthOf(bundle, manifest.size));
    if (!(entries in manifest.files)) throw notListed(entries);
  }
  besideNames(manifest);
  for (const { file } of Object.values(manifest.tables)) if (!(file in manifest.files)) throw notListed(file);
}

/** The file of each bundle that stands beside its entries. @throws BackupDamaged */
export function besideNames({ files, size }: Manifest): string[] {
  const byStem = new Map(Object.entries(files).map(([name, { sha256 }]) => [stem(name), { name, sha256 }]));
  return Array.from({ length: bundlesOf(size) }, (_, bundle) => {
    const wanted = stem(besideFile(bundle, ''));
    const found = byStem.get(wanted);
    if (found && besideFile(bundle, found.sha256) === found.name) return found.name;
    throw notListed(`${wanted}-…`);
  });
}

const stem = (name: string): string => name.replace(/-[0-9a-f]*$/, '');

export interface ReadBundle {
  readonly file: string;
  readonly entries: readonly Buffer[];
  readonly besideFile: string;
  /** One for each entry. */
  readonly beside: readonly Beside[];
}

/** @throws BackupDamaged */
export async function readBundle(
  directory: string,
  manifest: Manifest,
  bundle: number,
  besideName: string,
): Promise<ReadBundle> {
  const width = widthOf(bundle, manifest.size);
  const file = entriesFile(bundle, width);
  const entries = entriesIn(file, await readListed(directory, manifest, file), bundle * BUNDLE);
  const beside = besideIn(besideName, await readListed(directory, manifest, besideName), bundle * BUNDLE);
  checkWidth(file, entries, width);
  checkWidth(besideName, beside, width);
  return { file, entries, besideFile: besideName, beside };
}

async function readListed(directory: string, { files }: Manifest, name: string): Promise<Buffer> {
  const bytes = await readFile(join(directory, name)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing(name) : error;
  });
  if (createHash('sha256').update(bytes).digest('hex') !== files[name]!.sha256) throw changed(name);
  return bytes;
}

/** For a file of any length. @throws BackupDamaged */
export async function checkListed(directory: string, { files }: Manifest, name: string): Promise<void> {
  const found = await digestOfFile(join(directory, name));
  if (!found) throw missing(name);
  if (found.sha256 !== files[name]!.sha256) throw changed(name);
}

function checkWidth(name: string, found: readonly unknown[], width: number): void {
  if (found.length === width) return;
  throw new BackupDamaged(name, {
    fr: `le fichier contient ${found.length} inscriptions au lieu de ${width}.`,
    en: `the file holds ${found.length} entries instead of ${width}.`,
  });
}

const notListed = (file: string): BackupDamaged =>
  new BackupDamaged(file, {
    fr: 'le manifeste ne cite pas ce fichier, qu’il devrait contenir.',
    en: 'the manifest does not list this file, which it should.',
  });

const missing = (name: string): BackupDamaged =>
  new BackupDamaged(name, { fr: 'le fichier manque.', en: 'the file is missing.' });

const changed = (name: string): BackupDamaged =>
  new BackupDamaged(name, {
    fr: 'le fichier n’est plus celui qui a été écrit (empreinte SHA-256 différente).',
    en: 'the file is no longer what was written (another SHA-256).',
  });
