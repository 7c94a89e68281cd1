import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFiles } from '@fil/log/checkpoints/log-files';
import { lastPublished } from '@fil/log/checkpoints/kept-checkpoints';
import { readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { WitnessClient } from '@fil/log/checkpoints/witness-client';
import { HttpLog } from '@fil/log/mirror/log-client';
import { MirrorFolder } from '@fil/log/mirror/mirror-folder';
import { type Mirrored, mirrorLog } from '@fil/log/mirror/mirror-log';
import { parseCheckpoint } from '@fil/log/transparency/checkpoint';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { parseNote } from '@fil/log/transparency/signed-note';
import { bundlePath, tileLevels, tilePath, tilesOfLevel } from '@fil/log/transparency/tiles';
import { checkMirror, type MirrorVerdict } from '../../apps/verifier/mirror/check-mirror';
import type { MirrorSource } from '../../apps/verifier/mirror/mirror-source';
import { DirectoryMirror } from '../../apps/verifier/program/directory-mirror';
import { type RunningWitness, runWitness } from '../../apps/verifier/witness/run-witness';
import { makeWitnessFolder } from '../../apps/verifier/witness/witness-folder';
import type { WitnessMessage } from '../../apps/verifier/witness/witness-messages';
import { LogUnderTest } from '../checkpoints/log-under-test';

/** A register on a real PostgreSQL, read over HTTP as anyone may, and owned by somebody who stops at nothing. */
export class TamperedLog {
  private readonly signal = new AbortController().signal;

  private constructor(
    readonly log: LogUnderTest,
    readonly policy: Policy,
    private readonly home: string,
    private readonly server: Server,
  ) {}

  static async begin(): Promise<TamperedLog> {
    const log = await LogUnderTest.begin();
    await log.append(1);
    await log.signAll();
    const files = new LogFiles(log.pool);
    const server = createServer((request, response) => {
      const path = request.url!.slice(1);
      const answer: Promise<string | Buffer | null> = path === 'checkpoint' ? files.checkpoint() : files.file(path);
      answer
        .then((bytes) => {
          response.statusCode = bytes === null ? 404 : 200;
          response.end(bytes);
        })
        .catch(() => {
          response.statusCode = 500;
          response.end();
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const home = await mkdtemp(join(tmpdir(), 'fil-tampering-'));
    const witness = await makeWitnessFolder(join(home, 'witness'), 'witness.example.org');
    const [key] = await readAnnouncedKeys(log.pool);
    const policy = parsePolicy(`log ${key!.vkey}\nwitness w ${witness}\nquorum none\n`);
    return new TamperedLog(log, policy, home, server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Records, and signs what there is. @returns the checkpoint, for somebody to keep */
  async record(entries: number): Promise<string> {
    await this.log.append(entries);
    await this.log.signAll();
    return this.shown('checkpoint').then((bytes) => bytes.toString());
  }

  /** Makes every hash anew over what is there now, forgets what was signed, and signs again: as an institution can. */
  async rebuild(): Promise<void> {
    await this.log.tamper(`
      DELETE FROM log.tile; DELETE FROM log.cosignature; DELETE FROM log.publication; DELETE FROM log.checkpoint;
      UPDATE log.integrated SET size = 0, root = sha256(''); DELETE FROM log.alarm`);
    rmSync(join(this.log.folder, 'lock'), { recursive: true });
    await this.log.signAll();
  }

  /** The database as it was when the log had `size` entries, lock store included. */
  async putBack(size: number): Promise<void> {
    await this.log.tamper(`DELETE FROM log.event WHERE idx >= ${size}; UPDATE log.head SET size = ${size}`);
    await this.rebuild();
  }

  /** Brings a copy up to what is shown. @param name of the copy */
  mirror(name: string): Promise<Mirrored> {
    const { policy, signal } = this;
    return mirrorLog({
      folder: new MirrorFolder(join(this.home, name)),
      log: new HttpLog(this.url, signal),
      policy,
      signal,
    });
  }

  /** What `fil-verify` says of a copy. @param kept checkpoints that somebody has kept elsewhere */
  check(name: string, ...kept: string[]): Promise<MirrorVerdict> {
    return this.verify(new DirectoryMirror(join(this.home, name)), kept);
  }

  /** What `fil-verify` says of all that is shown, taken as it comes. */
  async checkShown(...kept: string[]): Promise<MirrorVerdict> {
    const files = new Map<string, Buffer>();
    const checkpoint = await this.shown('checkpoint');
    files.set('checkpoint', checkpoint);
    const { size } = parseCheckpoint(parseNote(checkpoint).text);
    const levels = Array.from({ length: tileLevels(size) }, (_, level) => [...tilesOfLevel(level, size)]);
    for (const path of [...(levels[0] ?? []).map(bundlePath), ...levels.flat().map(tilePath)]) {
      const response = await fetch(`${this.url}/${path}`);
      if (response.ok) files.set(path, Buffer.from(await response.arrayBuffer()));
    }
    return this.verify({ read: (path) => files.get(path) ?? null, keptCheckpoints: () => [] }, kept);
  }

  /** Somebody else, on another machine. */
  async startWitness(): Promise<RunningWitness & { readonly told: readonly WitnessMessage[] }> {
    const told: WitnessMessage[] = [];
    const where = { folder: join(this.home, 'witness'), host: '127.0.0.1', port: 0, prefix: '', patience: 10_000 };
    const witness = await runWitness({ ...where, policy: this.policy }, (message) => told.push(message));
    return { ...witness, told };
  }

  /** Has what is signed last cosigned. @returns why it was not, and the size for which it was */
  async askWitness({ url }: RunningWitness): Promise<{ trouble: string | null; size: number | null }> {
    const { pool } = this.log;
    const client = new WitnessClient(pool, { ...this.policy.witnesses[0]!, url }, () => undefined);
    const published = (await lastPublished(pool))!;
    client.ask({ head: published, note: published.note });
    await client.idle();
    const { rows } = await pool.query<{ size: number | null }>('SELECT max(size)::float8 AS size FROM log.cosignature');
    return { trouble: client.trouble, size: rows[0]!.size };
  }

  /** A file of a copy. */
  file(name: string, path: string): Buffer | null {
    const file = join(this.home, name, path);
    return existsSync(file) ? readFileSync(file) : null;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.log.end();
    await rm(this.home, { recursive: true });
  }

  private verify(source: MirrorSource, kept: readonly string[]): Promise<MirrorVerdict> {
    return checkMirror(source, {
      policy: this.policy,
      given: kept.map((note, n) => ({ name: `kept ${n + 1}`, note })),
    });
  }

  private async shown(path: string): Promise<Buffer> {
    const response = await fetch(`${this.url}/${path}`);
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }
}

/** What failed, in English. */
export const faults = ({ findings }: Pick<MirrorVerdict, 'findings'>): string[] =>
  findings.filter(({ outcome }) => outcome === 'failed').map(({ said }) => said.en);
