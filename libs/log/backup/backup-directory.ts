import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { BackupRefused } from './backup-refused';
import { flushFolder, type WrittenFile, writeDurably } from './durable-files';
import { FOLDERS } from './layout';
import { MANIFEST, manifestBytes, type Manifest, readManifest } from './manifest';

/** Marks a directory in which a backup has begun, and holds what is not whole yet. */
const INCOMPLETE = '.incomplete';
const OURS: readonly string[] = [...FOLDERS, MANIFEST, INCOMPLETE];

/** The directory a backup is being written to. Until `complete`, it holds the backup it held before. */
export class BackupDirectory {
  private readonly folders = new Set<string>();

  private constructor(
    readonly path: string,
    /** Of the last complete backup in it; null when there is none. */
    readonly before: Manifest | null,
  ) {}

  /** @throws BackupRefused when it holds something else */
  static async open(path: string): Promise<BackupDirectory> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const found = await readdir(path);
    const foreign = found.filter((name) => !OURS.includes(name));
    const begun = found.includes(MANIFEST) || found.includes(INCOMPLETE);
    if (foreign.length > 0 || (found.length > 0 && !begun)) {
      const what = (foreign.length > 0 ? foreign : found).slice(0, 3).join(', ');
      throw new BackupRefused('foreignDirectory', {
        fr: `« ${path} » contient autre chose qu’une sauvegarde (${what}) : indiquez un dossier vide, ou celui d’une sauvegarde de ce registre.`,
        en: `"${path}" holds something else than a backup (${what}): name an empty directory, or that of a backup of this register.`,
      });
    }
    const before = (await readManifest(path))?.manifest ?? null;
    const drafts = join(path, INCOMPLETE);
    await mkdir(drafts, { recursive: true, mode: 0o700 });
    for (const left of await readdir(drafts)) await rm(join(drafts, left));
    return new BackupDirectory(path, before);
  }

  async keep(name: string, bytes: Buffer): Promise<WrittenFile> {
    return this.keepAs(() => name, [bytes]);
  }

  /** @param nameFrom its name, once what it holds is known */
  async keepAs(
    nameFrom: (written: WrittenFile) => string,
    pieces: Iterable<Buffer | string> | AsyncIterable<Buffer | string>,
  ): Promise<WrittenFile> {
    return writeDurably(
      join(this.path, INCOMPLETE, randomBytes(8).toString('hex')),
      (written) => {
        const name = nameFrom(written);
        this.willFlush(name);
        return join(this.path, name);
      },
      pieces,
    );
  }

  /** A file that an interrupted run left, and that this backup takes as it is: its name may not be on the disk yet. */
  willFlush(name: string): void {
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder))
      this.folders.add(join(this.path, folder));
  }

  /** Replaces the backup by this one, then removes every file that is not of it: erased words too. */
  async complete(manifest: Manifest): Promise<void> {
    for (const folder of [...this.folders, this.path]) await flushFolder(folder);
    await this.keep(MANIFEST, manifestBytes(manifest));
    await flushFolder(this.path);
    for await (const name of filesOf(this.path)) if (!(name in manifest.files)) await rm(join(this.path, name));
    for (const folder of FOLDERS) await removeEmpty(join(this.path, folder));
    await rm(join(this.path, INCOMPLETE), { recursive: true });
  }
}

/** Files of a backup that are there, listed or not; names as in the manifest. */
export async function* filesOf(path: string): AsyncGenerator<string> {
  for (const folder of FOLDERS) {
    for await (const file of walk(join(path, folder))) yield relative(path, file).split(sep).join('/');
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

async function removeEmpty(folder: string): Promise<void> {
  for (const entry of await entriesOf(folder)) if (entry.isDirectory()) await removeEmpty(join(folder, entry.name));
  if ((await entriesOf(folder)).length === 0) await rmdir(folder).catch(ignoreMissing);
}

const entriesOf = (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    ignoreMissing(error);
    return [];
  });

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Null when there is no such file. */
export async function digestOfFile(path: string): Promise<WrittenFile | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException);
    return null;
  }
  return { bytes, sha256: hash.digest('hex') };
}
