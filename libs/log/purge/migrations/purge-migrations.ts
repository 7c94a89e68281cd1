import type { MigrationClass } from '../../postgres/migrate';
import { Purge1760000000070 } from './1760000000070-purge.migration';

export const PURGE_MIGRATIONS: readonly MigrationClass[] = [Purge1760000000070];
