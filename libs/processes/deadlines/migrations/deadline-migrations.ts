import type { MigrationClass } from '@fil/log/postgres/migrate';
import { DeadlineWarning1760000000061 } from './1760000000061-deadline-warning.migration';

/** After those of the jobs, whose schema it stands in. */
export const DEADLINE_MIGRATIONS: readonly MigrationClass[] = [DeadlineWarning1760000000061];
