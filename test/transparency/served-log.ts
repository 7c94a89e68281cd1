import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatBundle } from '@fil/log/transparency/bundles';
import { signCheckpoint } from '@fil/log/transparency/checkpoint';
import { cosigner } from '@fil/log/transparency/cosignature';
import { NOTE_KEY, noteSigner, type Signer, type SigningKey, signingKey } from '@fil/log/transparency/keys';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { rootAt } from '@fil/log/transparency/proofs';
import { parseBundlePath, parseTilePath } from '@fil/log/transparency/tiles';
import { MemoryTree } from './memory-tree';

/** A small log in memory, read over HTTP as C2SP tlog-tiles has it, which may be made to lie. */
export class ServedLog {
  readonly tree = new MemoryTree();
  readonly entries: Buffer[] = [];
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** What is served instead; undefined for the truth, null for an answer that it is not there. */
  lie: (path: string) => Buffer | null | undefined = () => undefined;
  private note = '';

  private constructor(
    readonly key: SigningKey,
    private readonly server: Server,
  ) {}

  static async start(key = signingKey('log.example.org', NOTE_KEY, Buffer.alloc(32, 7))): Promise<ServedLog> {
    const server = createServer((request, response) => {
      const path = request.url!.slice(1);
      log.asked.push(path);
      const bytes = log.answer(path);
      response.statusCode = bytes ? 200 : 404;
      response.end(bytes);
    });
    const log = new ServedLog(key, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return log;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  append(...entries: (Buffer | string)[]): void {
    for (const entry of entries) {
      const bytes = Buffer.from(entry);
      this.entries.push(bytes);
      this.tree.append(leafHash(bytes));
    }
  }

  /** Signs and shows the state of a size. @param witnesses who cosign it */
  async publish(size = this.tree.size, witnesses: readonly SigningKey[] = [], time = 1_800_000_000): Promise<string> {
    const signers: Signer[] = [noteSigner(this.key), ...witnesses.map((witness) => cosigner(witness, time))];
    this.note = signCheckpoint({ origin: this.key.name, size, root: await rootAt(this.tree, size) }, signers);
    return this.note;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What is served at a path. */
  answer(path: string): Buffer | null {
    const lie = this.lie(path);
    if (lie !== undefined) return lie;
    if (path === 'checkpoint') return Buffer.from(this.note);
    if (!path.startsWith('tile/entries/')) return this.tree.tile(parseTilePath(path));
    const { index, width } = parseBundlePath(path);
    return formatBundle(this.entries.slice(index * 256, index * 256 + width));
  }
}
