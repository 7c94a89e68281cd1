/** A copy of a log as files: the paths of C2SP tlog-tiles, and `checkpoints/<size>` for each checkpoint that was seen. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../transparency/hashing';
import { flushFolder, writeDurably } from '../backup/durable-files';

export const POLICY = 'policy';
export const CHECKPOINT = 'checkpoint';
const CHECKPOINTS = 'checkpoints';
const EVIDENCE = 'evidence';
const DRAFTS = '.drafts';
/** Milliseconds after which nobody is writing a draft any more. */
const ABANDONED = 3_600_000;

export const keptCheckpointPath = (size: number): string => `${CHECKPOINTS}/${size}`;

export class MirrorFolder {
  constructor(readonly path: string) {}

  /** Removes what was half-written when a mirror was killed; another one may be writing now. */
  async begin(): Promise<void> {
    const drafts = join(this.path, DRAFTS);
    await mkdir(drafts, { recursive: true });
    for (const name of await readdir(drafts)) {
      const draft = join(drafts, name);
      const found = await unlessMissing(stat(draft));
      if (found && Date.now() - found.mtimeMs > ABANDONED) await rm(draft, { force: true });
    }
  }

  /** Null when it is not there. */
  read(file: string): Promise<Buffer | null> {
    return unlessMissing(readFile(join(this.path, file)));
  }

  /** After `begin`. On the disk when it returns. */
  async write(file: string, bytes: Buffer | string): Promise<void> {
    const path = join(this.path, file);
    await writeDurably(join(this.path, DRAFTS, randomUUID()), () => path, [bytes]);
    await flushFolder(dirname(path));
  }

  async remove(file: string): Promise<void> {
    await rm(join(this.path, file), { force: true });
  }

  /** Keeps what was given and does not fit, under a name that its bytes make. @returns where */
  async keepEvidence(name: string, bytes: Buffer | string): Promise<string> {
    const file = `${EVIDENCE}/${name.replaceAll('/', '-')}-${sha256(bytes).toString('hex').slice(0, 16)}`;
    await this.write(file, bytes);
    return join(this.path, file);
  }
}

async function unlessMissing<T>(looked: Promise<T>): Promise<T | null> {
  try {
    return await looked;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
