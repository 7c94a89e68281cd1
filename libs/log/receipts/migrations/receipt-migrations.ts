import type { MigrationClass } from '../../postgres/migrate';
import { PromiseKeys1760000000091 } from './1760000000091-promise-keys.migration';

export const RECEIPT_MIGRATIONS: readonly MigrationClass[] = [PromiseKeys1760000000091];
