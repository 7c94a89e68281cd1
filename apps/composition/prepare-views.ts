import type { Pool } from 'pg';
import { prepareProjection } from '@fil/log/projections/prepare-projection';
import { inTransaction } from '@fil/log/projections/transaction';
import { VIEW_PROJECTIONS } from '@fil/views/projections';

/** Makes the tables of the read models that are missing. Several programs may do it at the same moment. */
export async function prepareViews(pool: Pool): Promise<void> {
  for (const projection of VIEW_PROJECTIONS) {
    await inTransaction(pool, (client) => prepareProjection(client, projection));
  }
}
