import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import { isAlive, readPostmaster } from '@fil/log/postgres/embedded/postmaster';
import { SteadyAddress } from './steady-address';

/** A durable PostgreSQL (fsync on) in a directory of its own, that can be killed without warning and started again. */
export class MortalPostgres {
  private server: EmbeddedPostgres | null = null;

  private constructor(
    private readonly folder: string,
    private readonly address: SteadyAddress,
  ) {}

  static async create(): Promise<MortalPostgres> {
    const postgres = new MortalPostgres(mkdtempSync(join(tmpdir(), 'fil-crash-')), await SteadyAddress.open());
    await postgres.start();
    return postgres;
  }

  /** Recovers what the last crash left, then listens. */
  async start(): Promise<void> {
    this.server = await startEmbeddedPostgres({ dataDir: this.dataDir });
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
    const client = new Client({ connectionString: this.server!.url });
    await client.connect();
    try {
      await client.query(`CREATE DATABASE "${name}"`);
    } finally {
      await client.end();
    }
    return this.urlOf(name);
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

  async close(): Promise<void> {
    await this.address.close();
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
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

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
