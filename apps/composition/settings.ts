import { join } from 'node:path';

/** What the environment says of this installation. */
export interface Settings {
  /** A PostgreSQL server of one's own; absent: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded server keeps its data. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
}

export const settingsFrom = (environment: NodeJS.ProcessEnv): Settings => ({
  databaseUrl: environment['DATABASE_URL'] || undefined,
  dataDir: environment['FIL_DATA'] || join(process.cwd(), '.data'),
  host: environment['HOST'] || '127.0.0.1',
  port: Number(environment['PORT'] || 3000),
});
