import { join } from 'node:path';
import { startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import type { Settings } from './settings';

export interface Database {
  readonly url: string;
  /** Leaves the server; the embedded one stops when nobody uses it any more. */
  stop(): Promise<void>;
}

/** The server named by DATABASE_URL, else the embedded one, started if it is not running. */
export async function openDatabase(settings: Settings, onProgress: (message: string) => void): Promise<Database> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, stop: () => Promise.resolve() };
  // The major version stands in the name: a later PostgreSQL cannot open these files, and must not try.
  return startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'pg18'), onProgress });
}
