import type { MigrationClass } from '@fil/log/postgres/migrate';
import { ApiToken1760000000051 } from './1760000000051-api-token.migration';

export const TOKEN_MIGRATIONS: readonly MigrationClass[] = [ApiToken1760000000051];
