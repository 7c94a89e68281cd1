/** A mirror in a folder. Whoever made it may have put anything there. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Unreadable } from '@fil/log/transparency/unreadable';
import type { MirrorSource } from '../mirror/mirror-source';

export class DirectoryMirror implements MirrorSource {
  constructor(private readonly folder: string) {}

  read(path: string, most: number): Buffer | null {
    let file: number;
    try {
      // Without waiting: a pipe in the place of a file would keep us for ever.
      file = openSync(join(this.folder, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw new Unreadable(`it cannot be opened: ${code}`, { cause: error });
    }
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) throw new Unreadable('not a file');
      if (stat.size > most) throw new Unreadable(`${stat.size} bytes, more than the ${most} it may have`);
      return wholeFile(file, stat.size);
    } finally {
      closeSync(file);
    }
  }

  keptCheckpoints(): readonly string[] {
    try {
      return readdirSync(join(this.folder, 'checkpoints')).filter((name) => /^(?:0|[1-9]\d*)$/.test(name));
    } catch (error) {
      // A mirror that keeps none is weaker, not wrong.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function wholeFile(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size;) {
    const read = readSync(file, bytes, at, size - at, at);
    if (read === 0) throw new Unreadable('a file that became shorter while it was read');
    at += read;
  }
  return bytes;
}
