import { join } from 'node:path';

/** What the environment says of this installation. */
export interface Settings {
  /** A PostgreSQL server of one's own; absent: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Of an EventStoreDB that keeps the events; absent: PostgreSQL does. */
  readonly eventStoreUrl: string | undefined;
  /** Where the queue is; absent: jobs are executed without one. */
  readonly redisUrl: string | undefined;
  /** Where the embedded server keeps its data. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /**
   * Addresses of the proxies before the site, whose word on where a request comes from is taken: `loopback`,
   * `uniquelocal` (private networks), addresses and ranges, with commas between them. Absent: nobody's word.
   */
  readonly trustedProxies: string | undefined;
  /** Whether the log of the program is one JSON object a line, for a machine, or text for a person. */
  readonly logAsJson: boolean;
}

export const settingsFrom = (environment: NodeJS.ProcessEnv): Settings => ({
  databaseUrl: environment['DATABASE_URL'] || undefined,
  eventStoreUrl: environment['EVENTSTORE_URL'] || undefined,
  redisUrl: environment['REDIS_URL'] || undefined,
  dataDir: environment['FIL_DATA'] || join(process.cwd(), '.data'),
  host: environment['HOST'] || '127.0.0.1',
  port: Number(environment['PORT'] || 3000),
  trustedProxies: environment['TRUSTED_PROXIES'] || undefined,
  logAsJson: (environment['FIL_LOG'] || (environment['NODE_ENV'] === 'production' ? 'json' : 'text')) === 'json',
});
