import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PIECE = Buffer.alloc(64 * 1024);

/** A file system of a few megabytes, in memory, that can be filled to its last byte. Linux, as root. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Root in a container may not always. */
  static mayBeMounted(): boolean {
    if (process.getuid?.() !== 0) return false;
    try {
      SmallDisk.mount(1).unmount();
      return true;
    } catch {
      return false;
    }
  }

  /** @throws when it may not be mounted */
  static mount(megabytes: number): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'fil-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' });
    } catch (error) {
      rmdirSync(folder);
      throw error;
    }
    const disk = new SmallDisk(folder);
    process.once('exit', disk.unmountAnyway);
    return disk;
  }

  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (let piece = PIECE; piece.length > 0;) {
        try {
          writeSync(file, piece);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          piece = piece.subarray(piece.length / 2 + 1);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  makeRoom(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    process.off('exit', this.unmountAnyway);
    this.leave();
  }

  private readonly unmountAnyway = (): void => this.leave();

  private leave(): void {
    // Lazy: a process that is just dying may still have its working directory there.
    execFileSync('umount', ['--lazy', this.folder], { stdio: 'pipe' });
    rmdirSync(this.folder);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
