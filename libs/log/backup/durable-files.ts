/** Files that are whole or not there: written aside, flushed to the disk, then given their name. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes the pieces to a draft, then renames it. Its folder still has to be flushed.
 *
 * @param draft on the same file system; not there yet. Who is killed leaves it: whoever names it removes it the next time
 * @param nameFrom the path it is to have, once what it holds is known
 */
export async function writeDurably(
  draft: string,
  nameFrom: (written: WrittenFile) => string,
  pieces: Iterable<Buffer | string> | AsyncIterable<Buffer | string>,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      const data = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(data);
      bytes += data.length;
      await writeAll(file, data);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(draft, { force: true });
    throw error;
  }
  await file.close();
  const written = { bytes, sha256: hash.digest('hex') };
  const path = nameFrom(written);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(draft, path);
  return written;
}

async function writeAll(file: FileHandle, data: Buffer): Promise<void> {
  for (let at = 0; at < data.length;) at += (await file.write(data, at)).bytesWritten;
}

/** A name is on the disk only once its folder is. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
