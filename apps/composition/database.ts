import { join } from 'node:path';
import { startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import type { Settings } from './settings';

export interface Database {
  readonly url: string;
  /** Leaves the server; the embedded one stops when nobody uses it any more. */
  stop(): Promise<void>;
}

/** Where the embedded server keeps its data. The major version is in the name: a later one cannot open these files. */
export const embeddedFolder = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'pg18');

/** The server named by DATABASE_URL, else the embedded one, started if it is not running. */
export async function openDatabase(settings: Settings, onProgress: (message: string) => void): Promise<Database> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir: embeddedFolder(settings), onProgress });
}
