import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/** Any constant: two processes that start at the same moment migrate one after the other. */
const MIGRATION_LOCK = 7_046_029_254_386_353;

/**
 * Brings the schema up to date, as the owner of the tables (not as the application role). Each migration is one
 * transaction. Doing it twice is the same.
 *
 * @param migrations of all rooms; their order is that of the times in their class names.
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<void> {
  const lock = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = new DataSource({
      type: 'postgres',
      url,
      migrations: [...migrations],
      migrationsTableName: 'fil_migration',
      migrationsTransactionMode: 'each',
      logging: false,
      poolSize: 2,
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
