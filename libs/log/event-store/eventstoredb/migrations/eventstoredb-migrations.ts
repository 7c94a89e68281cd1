import type { MigrationClass } from '@fil/log/postgres/migrate';
import { EventStoreDbIntegration1760000000006 } from './1760000000006-eventstoredb-integration.migration';
import { AttemptedWithholding1760000000008 } from './1760000000008-attempted-withholding.migration';

/** Beside those of the PostgreSQL event store, whose log, vault and keys are used here too. */
export const EVENTSTOREDB_MIGRATIONS: readonly MigrationClass[] = [
  EventStoreDbIntegration1760000000006,
  AttemptedWithholding1760000000008,
];
