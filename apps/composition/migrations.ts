import { CHECKPOINT_MIGRATIONS } from '@fil/log/checkpoints/migrations/checkpoint-migrations';
import { EVENTSTOREDB_MIGRATIONS } from '@fil/log/event-store/eventstoredb/migrations/eventstoredb-migrations';
import { EVENT_STORE_MIGRATIONS } from '@fil/log/event-store/postgres/migrations/event-store-migrations';
import { JOB_MIGRATIONS } from '@fil/log/jobs/migrations/job-migrations';
import type { MigrationClass } from '@fil/log/postgres/migrate';
import { PROJECTION_MIGRATIONS } from '@fil/log/projections/migrations/projections-migrations';
import { PURGE_MIGRATIONS } from '@fil/log/purge/migrations/purge-migrations';
import { RECEIPT_MIGRATIONS } from '@fil/log/receipts/migrations/receipt-migrations';
import { DEADLINE_MIGRATIONS } from '@fil/processes/deadlines/migrations/deadline-migrations';
import { DRAFT_MIGRATIONS } from '@fil/record/drafts/migrations/draft-migrations';
import { TOKEN_MIGRATIONS } from '@fil/people/tokens/migrations/token-migrations';
import { VIEW_MIGRATIONS } from '@fil/views/projections';

/** Of every room that keeps something beside the log. Read models make their own tables. */
export const MIGRATIONS: readonly MigrationClass[] = [
  ...EVENT_STORE_MIGRATIONS,
  ...EVENTSTOREDB_MIGRATIONS,
  ...PROJECTION_MIGRATIONS,
  ...PURGE_MIGRATIONS,
  ...JOB_MIGRATIONS,
  ...VIEW_MIGRATIONS,
  ...TOKEN_MIGRATIONS,
  ...DRAFT_MIGRATIONS,
  ...DEADLINE_MIGRATIONS,
  ...CHECKPOINT_MIGRATIONS,
  ...RECEIPT_MIGRATIONS,
];
