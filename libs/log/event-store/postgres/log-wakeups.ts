import { Client, type ClientConfig } from 'pg';

const FIRST_RETRY = 100;
const LONGEST_RETRY = 2_000;

/**
 * Tells when the log may have grown. One LISTEN connection, opened with the first that waits and opened again when it
 * is lost; what was missed meanwhile is made good by the time-out of `next`.
 */
export class LogWakeups {
  /** Changes with each notification: read it before reading the log, give it to `next`. */
  version = 0;
  private readonly waiters = new Set<() => void>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private pause = FIRST_RETRY;
  private started = false;
  private closed = false;

  /** @param channel of NOTIFY: that of the log, or of another table that is waited for */
  constructor(
    private readonly connection: ClientConfig,
    private readonly channel: 'fil_log' | 'fil_job' = 'fil_log',
  ) {}

  /** Resolves when the version is no longer `seen`, after `timeout` milliseconds, or when the signal is aborted. */
  next(seen: number, timeout: number, signal: AbortSignal): Promise<void> {
    if (!this.started) {
      this.started = true;
      void this.listen();
    }
    if (this.version !== seen || signal.aborted || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiters.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, timeout);
      this.waiters.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    this.wakeAll();
    await this.client?.end().catch(() => undefined);
  }

  private wakeAll(): void {
    this.version++;
    for (const wake of [...this.waiters]) wake();
  }

  private async listen(): Promise<void> {
    let client: Client | null = null;
    try {
      client = new Client(this.connection);
      const lost = client;
      client.on('error', () => undefined);
      client.on('end', () => this.lost(lost));
      client.on('notification', () => this.wakeAll());
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      if (this.closed) return void (await client.end());
      this.client = client;
      this.pause = FIRST_RETRY;
      // Whatever was appended before this LISTEN.
      this.wakeAll();
    } catch {
      void client?.end().catch(() => undefined);
      this.again();
    }
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.again();
  }

  private again(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => void this.listen(), this.pause);
    this.retry.unref();
    this.pause = Math.min(this.pause * 2, LONGEST_RETRY);
  }
}
