import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, writeDurably } from '../backup/durable-files';
import { type LockedCheckpoint, LockStore } from './lock-store.port';

const DIGITS = 12;
const NAME = new RegExp(`^([0-9]{${DIGITS}})\\.checkpoint$`);
const nameOf = (version: number): string => `${String(version).padStart(DIGITS, '0')}.checkpoint`;

/**
 * A folder with one file for each locked checkpoint, of which the last two are kept. A file is written aside, flushed, and
 * given the name of the next version by a hard link, which fails when there is one: no lock that somebody who is killed
 * would leave behind.
 */
export class FileLockStore extends LockStore {
  constructor(readonly place: string) {
    super();
  }

  async read(): Promise<LockedCheckpoint | null> {
    // Another may be removed between the list and the reading.
    for (;;) {
      const version = await this.last();
      if (version === null) return null;
      const note = await unlessMissing(readFile(join(this.place, nameOf(version)), 'utf8'));
      if (note !== null) return { note, version };
    }
  }

  async swap(before: number | null, note: string): Promise<boolean> {
    await mkdir(this.place, { recursive: true, mode: 0o700 });
    if ((await this.last()) !== before) return false;
    const version = (before ?? 0) + 1;
    const draft = join(this.place, `draft-${randomBytes(8).toString('hex')}`);
    const path = join(this.place, nameOf(version));
    await writeDurably(draft, () => draft, [note]);
    try {
      await link(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
    // Who was slow may have taken a name that was given and removed again since.
    if ((await this.last()) !== version) {
      await rm(path, { force: true });
      return false;
    }
    await flushFolder(this.place);
    await this.removeBefore(version - 1);
    return true;
  }

  private async last(): Promise<number | null> {
    const versions = await this.versions();
    return versions.length > 0 ? Math.max(...versions) : null;
  }

  private async versions(): Promise<number[]> {
    const names = (await unlessMissing(readdir(this.place))) ?? [];
    return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
  }

  private async removeBefore(version: number): Promise<void> {
    const old = (await this.versions()).filter((one) => one < version);
    await Promise.all(old.map((one) => rm(join(this.place, nameOf(one)), { force: true })));
  }
}

const unlessMissing = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
