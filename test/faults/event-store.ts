/** The same programs with their events in EventStoreDB: the log must say what the event store says. */
import { reconcile } from '@fil/log/event-store/eventstoredb/reconcile';
import { runRounds } from './rounds-of';
import type { Running } from './scenario';
import type { Site } from './site';
import { NAMED_POINTS_OF_EVENT_STORE, ON_EVENT_STORE } from './strikes/at-event-store';
import { ON_POSTGRES, ON_REDIS, ON_SERVICES } from './strikes/at-random';

/** Entries are dated within a minute of their order, whatever the clocks of the writers. */
const OUT_OF_ORDER = `SELECT idx FROM (SELECT idx, at, max(at) OVER (ORDER BY idx) AS latest FROM log.event) AS e
  WHERE latest - at > interval '1 minute'`;

async function sameAsEventStore(site: Site): Promise<readonly string[]> {
  const url = site.settings.eventStore!.url;
  return site.inspect(async ({ pool }) => {
    const { differences, passedOver } = await reconcile(pool, url);
    const faults = differences.map(({ kind, id, stream, rev }) => `${kind}: ${id}, ${rev} of ${stream}`);
    if (passedOver !== site.refused.length) faults.push(`${passedOver} events were passed over`);
    const { rows } = await pool.query(OUT_OF_ORDER);
    if (rows.length > 0) faults.push(`${rows.length} entries are dated more than a minute before an earlier one`);
    return faults;
  });
}

export const eventStoreRounds = (running: Running): Promise<void> =>
  runRounds(
    {
      programs: ['web', 'web', 'projector', 'worker'],
      redis: true,
      eventStore: true,
      rounds: {
        clients: 8,
        strikes: [...NAMED_POINTS_OF_EVENT_STORE, ...ON_POSTGRES, ...ON_EVENT_STORE, ...ON_REDIS, ...ON_SERVICES],
        atOnce: { least: 2, most: 4 },
        alsoCheck: sameAsEventStore,
      },
    },
    running,
  );
