import type { MigrationClass } from '../../postgres/migrate';
import { Jobs1760000000012 } from './1760000000012-jobs.migration';

/** After those of the projections, which make the schema. */
export const JOB_MIGRATIONS: readonly MigrationClass[] = [Jobs1760000000012];
