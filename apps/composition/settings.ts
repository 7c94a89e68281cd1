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
  readonly signing: SigningSettings;
  /** Address of the authority that stamps checkpoints (RFC 3161); absent: none are stamped. */
  readonly timeStampAuthority: string | undefined;
  /** Whether the log of the program is one JSON object a line, for a machine, or text for a person. */
  readonly logAsJson: boolean;
}

/** How the log is signed and watched over. */
export interface SigningSettings {
  /** With the secret keys; absent: in the folder of the data. */
  readonly keyFile: string | undefined;
  /** Of the promises that answer deposits; absent: beside the key of checkpoints. */
  readonly promiseKeyFile: string | undefined;
  /** Folder that remembers the last checkpoint; absent: beside the folder of the data. */
  readonly lockStore: string | undefined;
  /** File that names the witnesses (C2SP tlog-policy); absent: none are asked. */
  readonly witnesses: string | undefined;
  /** Folders and addresses of mirrors, asked at the start what they have seen. */
  readonly mirrors: readonly string[];
  /** Entries that may be recorded and not yet in the tree. */
  readonly mostBehind: number;
}

export const settingsFrom = (environment: NodeJS.ProcessEnv): Settings => ({
  databaseUrl: environment['DATABASE_URL'] || undefined,
  eventStoreUrl: environment['EVENTSTORE_URL'] || undefined,
  redisUrl: environment['REDIS_URL'] || undefined,
  dataDir: environment['FIL_DATA'] || join(process.cwd(), '.data'),
  host: environment['HOST'] || '127.0.0.1',
  port: Number(environment['PORT'] || 3000),
  trustedProxies: environment['TRUSTED_PROXIES'] || undefined,
  signing: {
    keyFile: environment['FIL_LOG_KEY'] || undefined,
    promiseKeyFile: environment['FIL_PROMISE_KEY'] || undefined,
    lockStore: environment['FIL_LOCK_STORE'] || undefined,
    witnesses: environment['FIL_WITNESSES'] || undefined,
    mirrors: (environment['FIL_MIRRORS'] ?? '').split(',').flatMap((place) => place.trim() || []),
    mostBehind: Number(environment['FIL_TREE_LAG'] || 50_000),
  },
  timeStampAuthority: environment['FIL_TSA_URL'] || undefined,
  logAsJson: (environment['FIL_LOG'] || (environment['NODE_ENV'] === 'production' ? 'json' : 'text')) === 'json',
});
