import type { MigrationClass } from '../../postgres/migrate';
import { Projections1760000000010 } from './1760000000010-projections.migration';

export const PROJECTION_MIGRATIONS: readonly MigrationClass[] = [Projections1760000000010];
