import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';
import { freePort } from '@fil/log/postgres/embedded/free-port';

/** Path of a Redis (or Valkey) server; REDIS_SERVER names another one. */
export function findRedisServer(): string | undefined {
  const named = process.env.REDIS_SERVER;
  if (named) return existsSync(named) ? named : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Whoever started them may be stopped: then they are, too. */
const alive = new Set<ChildProcess>();
process.on('exit', () => alive.forEach((server) => server.kill('SIGKILL')));

/** A Redis of its own for one suite, keeping nothing on disk, that a test can flush, stop and start again. */
export class RedisServer {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), mkdtempSync(join(tmpdir(), 'fil-redis-')));
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    const program = findRedisServer();
    if (!program) throw new Error('no redis-server');
    const settings = { port: this.port, bind: '127.0.0.1', dir: this.folder, appendonly: 'no' };
    const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const server = spawn(program, [...words, '--save', ''], { stdio: 'ignore' });
    alive.add(server);
    server.once('exit', () => alive.delete(server));
    this.process = server;
    await this.asked((redis) => redis.ping());
  }

  /** As a crash does: at once, and with all it held. */
  async kill(): Promise<void> {
    const server = this.process;
    this.process = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  async flush(): Promise<void> {
    await this.asked((redis) => redis.flushall());
  }

  async keys(): Promise<string[]> {
    return this.asked((redis) => redis.keys('*'));
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async asked<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    for (const deadline = Date.now() + 10_000; ;) {
      const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
      redis.on('error', () => undefined);
      try {
        await redis.connect();
        return await question(redis);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(30);
      } finally {
        redis.disconnect();
      }
    }
  }
}
