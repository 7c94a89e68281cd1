import { Pool } from 'pg';
import { AllEvents } from '@fil/log/event-store/eventstoredb/all-events';
import { BEFORE_ALL, type LogPosition } from '@fil/log/event-store/eventstoredb/integration-call';

/** For a database that is migrated and empty: what others left in EventStoreDB is not taken into its log. */
export async function beginAtItsEnd(databaseUrl: string, eventStoreUrl: string): Promise<LogPosition> {
  const all = new AllEvents(eventStoreUrl, BEFORE_ALL);
  const end = await all.end().finally(() => all.close());
  const owner = new Pool({ connectionString: databaseUrl, max: 1 });
  await owner.query('UPDATE log.integration SET commit_position = $1, prepare_position = $2', [
    end.commit,
    end.prepare,
  ]);
  await owner.end();
  return end;
}
