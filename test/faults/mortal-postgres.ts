import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import type { Settings } from '@fil/log/postgres/embedded/server-process';
import { isAlive, readPostmaster } from '@fil/log/postgres/embedded/postmaster';
import { SteadyAddress } from './steady-address';

/** Six programs, and what those that were killed had asked of it. */
const MOST_CONNECTIONS = 300;

/** A durable PostgreSQL (fsync on) in a directory of its own, that can be killed without warning and started again. */
export class MortalPostgres {
  private server: EmbeddedPostgres | null = null;
  private pid: number | null = null;

  private constructor(
    private readonly folder: string,
    private readonly address: SteadyAddress,
    private readonly settings: Settings,
    private readonly isLent: boolean,
  ) {
    process.once('exit', this.abandon);
  }

  /** @param folder which it may fill, and which it leaves empty; one of its own by default */
  static async create(settings: Settings = {}, folder?: string): Promise<MortalPostgres> {
    const place = folder ?? mkdtempSync(join(tmpdir(), 'fil-faults-'));
    // Another account runs it when we are root: where that one cannot enter, the data would be kept elsewhere.
    chmodSync(place, 0o755);
    const postgres = new MortalPostgres(place, await SteadyAddress.open(), settings, folder !== undefined);
    try {
      await postgres.start();
    } catch (error) {
      await postgres.close();
      throw error;
    }
    return postgres;
  }

  /** Recovers what the last crash left, then listens. */
  async start(): Promise<void> {
    await this.server?.stop();
    this.server = await startEmbeddedPostgres({
      dataDir: this.dataDir,
      settings: { max_connections: MOST_CONNECTIONS, ...this.settings },
    });
    this.pid = readPostmaster(join(this.dataDir, 'cluster'))?.pid ?? null;
    this.address.leadTo(Number(new URL(this.server.url).port));
  }

  /** The same address before and after a crash. */
  urlOf(database: string): string {
    const url = new URL(this.server!.url);
    url.port = String(this.address.port);
    url.pathname = `/${database}`;
    return url.href;
  }

  async createDatabase(name: string): Promise<string> {
    await this.order(`CREATE DATABASE "${name}"`);
    return this.urlOf(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await this.order(`DROP DATABASE "${name}" WITH (FORCE)`);
  }

  private async order(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.server!.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** kill -9 of every process of the server at once, as when the machine's memory runs out. */
  async kill(): Promise<void> {
    const { pid } = readPostmaster(join(this.dataDir, 'cluster'))!;
    // Stopped first: it must not replace the children it loses.
    process.kill(pid, 'SIGSTOP');
    const family = [...childrenOf(pid), pid];
    for (const one of family) killIfAlive(one);
    while (family.some(isAlive)) await sleep(5);
    this.address.leadTo(null);
    await this.server!.stop();
    this.server = null;
  }

  /** As `pg_ctl stop -m immediate`: no checkpoint, nobody is waited for. */
  async stopImmediately(): Promise<void> {
    const { pid } = readPostmaster(join(this.dataDir, 'cluster'))!;
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await sleep(5);
    this.address.leadTo(null);
    await this.server!.stop();
    this.server = null;
  }

  /** Whether it has not ended by itself, as it does when it cannot write. */
  get isAlive(): boolean {
    const postmaster = readPostmaster(join(this.dataDir, 'cluster'));
    return postmaster !== undefined && isAlive(postmaster.pid);
  }

  async close(): Promise<void> {
    await this.address.close();
    await this.server?.stop();
    process.off('exit', this.abandon);
    this.remove();
  }

  /** This process ends before it could close it. */
  private readonly abandon = (): void => {
    if (this.pid !== null) killIfAlive(this.pid, 'SIGQUIT');
    this.remove();
  };

  private remove(): void {
    // A folder that was lent is somebody else's to remove. What is just ending may still write in it.
    rmSync(this.isLent ? this.dataDir : this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  private get dataDir(): string {
    return join(this.folder, 'pg18');
  }
}

/** Linux. */
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] === String(pid)
        ? [Number(name)]
        : [];
    } catch {
      return []; // ended meanwhile
    }
  });

function killIfAlive(pid: number, signal: 'SIGKILL' | 'SIGQUIT' = 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
