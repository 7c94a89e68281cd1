import Redis, { type RedisOptions } from 'ioredis';

const RECONNECT_AT_LEAST_EVERY = 1_000;

/** The connections Bull asks for, kept so that they can be closed even when Bull waits for a Redis that does not answer. */
export class RedisConnections {
  private readonly open: Redis[] = [];
  private lastError: Error | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly onError: (error: Error) => void,
  ) {}

  /** What Redis said last, while it cannot be reached; null when every connection stands. */
  get failure(): Error | null {
    return this.open.every(({ status }) => status === 'ready') ? null : (this.lastError ?? new Error('no Redis yet'));
  }

  /** For Bull's `createClient`. Bull refuses its blocking connections unless they try for ever and skip the ready check. */
  readonly create = (_role: string, bull: RedisOptions = {}): Redis => {
    const client = new Redis(this.url, {
      ...bull,
      connectTimeout: 3_000,
      keepAlive: 5_000,
      enableReadyCheck: false,
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, RECONNECT_AT_LEAST_EVERY),
    });
    // Without a listener ioredis writes each failed attempt to the console.
    client.on('error', (error: Error) => this.failed(error));
    this.open.push(client);
    // Bull opens what it needs when it first needs it, which may be after the stop: such a one would never be closed.
    if (this.closed) this.close();
    return client;
  };

  /** At once, whatever is under way. */
  close(): void {
    this.closed = true;
    for (const client of this.open.splice(0)) client.disconnect();
  }

  /** Told once for each outage, not once a second. */
  private failed(error: Error): void {
    const known = this.lastError !== null && this.failure !== null && this.lastError.message === error.message;
    this.lastError = error;
    if (!known) this.onError(error);
  }
}
