import type { MigrationClass } from '@fil/log/postgres/migrate';
import { EventLog1760000000001 } from './1760000000001-event-log.migration';
import { Vault1760000000002 } from './1760000000002-vault.migration';
import { Append1760000000003 } from './1760000000003-append.migration';
import { Register1760000000004 } from './1760000000004-register.migration';
import { WithheldPassages1760000000007 } from './1760000000007-withheld-passages.migration';

export const EVENT_STORE_MIGRATIONS: readonly MigrationClass[] = [
  EventLog1760000000001,
  Vault1760000000002,
  Append1760000000003,
  Register1760000000004,
  WithheldPassages1760000000007,
];
