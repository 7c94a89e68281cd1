import type { MigrationClass } from '@fil/log/postgres/migrate';
import { Drafts1760000000052 } from './1760000000052-drafts.migration';

export const DRAFT_MIGRATIONS: readonly MigrationClass[] = [Drafts1760000000052];
