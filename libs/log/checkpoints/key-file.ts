/** The keys with which a log signs, in a file of their own: in no database and in no backup of one. */
import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder, writeDurably } from '../backup/durable-files';
import { formatSigningKey, newSigningKey, NOTE_KEY, parseSigningKey, type SigningKey } from '../transparency/keys';
import { CannotSign } from './damage';

/** One line for each key; the first one was there first. Only its owner may read it. */
export class KeyFile {
  constructor(
    readonly path: string,
    /** Name of the keys. */
    private readonly origin: string,
  ) {}

  /** Empty when there is no file. @throws CannotSign when it holds something else, or keys of another log */
  async read(): Promise<readonly SigningKey[]> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const keys = lines.map((line) => {
      try {
        return parseSigningKey(line);
      } catch {
        throw new CannotSign(`${this.path} holds a line that is not a signing key`);
      }
    });
    const other = keys.find(({ name }) => name !== this.origin);
    if (other) throw new CannotSign(`${this.path} holds a key of ${other.name}, not of ${this.origin}`);
    return keys;
  }

  /** Adds a new key. @returns it @throws CannotSign when the file cannot be written */
  async add(): Promise<SigningKey> {
    const key = newSigningKey(this.origin, NOTE_KEY);
    const kept = await this.read();
    try {
      await this.write([...kept, key]);
    } catch (error) {
      throw new CannotSign(`the key cannot be written to ${this.path} (${(error as NodeJS.ErrnoException).code})`, {
        cause: error,
      });
    }
    return key;
  }

  /** Destroys a key: it signs nothing more. */
  async remove(keyId: string): Promise<void> {
    await this.write((await this.read()).filter((key) => key.keyId !== keyId));
  }

  /** Whether others than its owner may read it; null when there is no file. */
  async isOpenToOthers(): Promise<boolean | null> {
    try {
      return ((await stat(this.path)).mode & 0o077) !== 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private async write(keys: readonly SigningKey[]): Promise<void> {
    const folder = dirname(this.path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = `${this.path}.draft`;
    await rm(draft, { force: true });
    const lines = keys.map((key) => `${formatSigningKey(key)}\n`);
    await writeDurably(draft, () => this.path, [`# Secret: signs the checkpoints of ${this.origin}.\n`, ...lines]);
    await chmod(this.path, 0o600);
    await flushFolder(folder);
  }
}
