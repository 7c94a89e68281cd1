import type { MigrationClass } from '../../postgres/migrate';
import { Projections1760000000010 } from './1760000000010-projections.migration';
import { Rebuild1760000000013 } from './1760000000013-rebuild.migration';

export const PROJECTION_MIGRATIONS: readonly MigrationClass[] = [Projections1760000000010, Rebuild1760000000013];
