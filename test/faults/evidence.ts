import { createWriteStream, mkdirSync, rmSync, writeFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const PLACE = join(__dirname, '../../.cache/faults/evidence');

/** What the programs of a run said, in a folder that is kept when something was wrong. */
export class Evidence {
  private readonly open: WriteStream[] = [];
  private count = 0;

  private constructor(readonly folder: string) {}

  static begin(name: string): Evidence {
    const folder = join(PLACE, `${name}-${process.pid}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return new Evidence(folder);
  }

  /** For what one process says. */
  of(name: string): WriteStream {
    const file = `${String(++this.count).padStart(3, '0')}-${name.replaceAll(/\W+/g, '-')}.log`;
    const stream = createWriteStream(join(this.folder, file));
    this.open.push(stream);
    return stream;
  }

  note(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  async end(keep: boolean): Promise<void> {
    await Promise.all(this.open.map((stream) => new Promise<void>((resolve) => stream.end(resolve))));
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
  }
}
