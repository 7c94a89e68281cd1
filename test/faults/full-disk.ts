/** PostgreSQL's disk is full: appends are refused, and when there is room again everything goes on by itself. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../e2e/eventually';
import { MortalPostgres } from './mortal-postgres';
import { runRounds } from './rounds-of';
import { onlyOnLinux, type Scenario } from './scenario';
import type { Site } from './site';
import { SmallDisk } from './small-disk';
import type { Strike } from './strikes/strike';

const MEGABYTES = 300;
/** So that the write-ahead log does not take the disk for itself. */
const SETTINGS = { max_wal_size: '64MB', min_wal_size: '32MB' };
const PATIENCE = 60_000;
const LONGEST_FULL = 3_000;
const MOST_SEGMENTS = 10;

const filled = (disk: SmallDisk): Strike => ({
  name: 'the disk is full',
  strike: async (site, random) => {
    await sleep(random.between(200, 1_500));
    // Read models and jobs may go on for a while; an append may need no new page.
    const refused = once(site.happenings, 'unavailable', { signal: AbortSignal.timeout(PATIENCE) });
    const filling = setInterval(() => disk.fill(), 100);
    try {
      disk.fill();
      await refused;
      if (random.chance(0.5)) await needNewSegments(site);
      await sleep(random.between(0, LONGEST_FULL));
    } finally {
      clearInterval(filling);
      disk.makeRoom();
    }
    const ended = await startAgain(site);
    return `the disk full until appends were refused${ended ? ', and PostgreSQL had ended' : ''}`;
  },
});

/** Of the write-ahead log: a server that cannot have one ends at once, whatever it was doing. */
async function needNewSegments(site: Site): Promise<void> {
  for (let n = 0; n < MOST_SEGMENTS && site.settings.postgres.isAlive; n++)
    await site.look(`SELECT pg_logical_emit_message(true, 'fault', 'full'), pg_switch_wal()`);
}

/** As the supervisor of a server does that ended because it could not write. @returns whether it had */
async function startAgain(site: Site): Promise<boolean> {
  let ended = false;
  await eventually(
    'PostgreSQL',
    async () => {
      const { postgres } = site.settings;
      if (!postgres.isAlive) {
        ended = true;
        await postgres.start();
      }
      return (await site.look('SELECT 1')) !== null;
    },
    PATIENCE,
  );
  return ended;
}

export const fullDisk: Scenario = {
  share: 2,
  impossible: () =>
    onlyOnLinux() ??
    (SmallDisk.mayBeMounted() ? null : 'a small file system is mounted for it: as root, where one may'),
  run: async (running) => {
    const disk = SmallDisk.mount(MEGABYTES);
    try {
      await runRounds(
        {
          programs: ['web', 'projector', 'worker'],
          redis: false,
          eventStore: false,
          postgres: () => MortalPostgres.create(SETTINGS, disk.folder),
          rounds: { clients: 6, strikes: [filled(disk)], atOnce: { least: 1, most: 1 } },
        },
        running,
      );
    } finally {
      disk.unmount();
    }
  },
};
