import { join } from 'node:path';
import { findRedisServer } from '../redis/redis-server';
import { eventStoreRounds } from './event-store';
import { fullDisk } from './full-disk';
import { crashImports } from './imports';
import { MortalPostgres } from './mortal-postgres';
import { parisFolder } from './paris-folder';
import { runRounds } from './rounds-of';
import { onlyOnLinux, type Scenario } from './scenario';
import { ON_POSTGRES, ON_REDIS, ON_SERVICES, ON_STANDALONE } from './strikes/at-random';
import { NAMED_POINTS, NAMED_POINTS_OF_SERVICES } from './strikes/at-named-points';

const SAMPLE = join(__dirname, '../../libs/exchange/paris/sample');
const KILLS_OF_A_ROUND = 3;

const withoutRedis = (): string | null =>
  findRedisServer() ? null : 'no redis-server (Debian: apt-get install redis-server), or set REDIS_SERVER';

/** Web, projector and worker, two of each, on PostgreSQL and Redis. */
const services: Scenario = {
  share: 6,
  impossible: () => onlyOnLinux() ?? withoutRedis(),
  run: (running) =>
    runRounds(
      {
        programs: ['web', 'web', 'projector', 'projector', 'worker', 'worker'],
        redis: true,
        eventStore: false,
        rounds: {
          clients: 8,
          strikes: [...NAMED_POINTS, ...NAMED_POINTS_OF_SERVICES, ...ON_REDIS, ...ON_POSTGRES, ...ON_SERVICES],
          atOnce: { least: 3, most: 4 },
        },
      },
      running,
    ),
};

/** The same with the events in EventStoreDB. */
const eventStore: Scenario = { share: 8, impossible: () => onlyOnLinux() ?? withoutRedis(), run: eventStoreRounds };

/** Everything in one program, as `npm start` runs it. */
const standalone: Scenario = {
  share: 3,
  impossible: onlyOnLinux,
  run: (running) =>
    runRounds(
      {
        programs: ['standalone'],
        redis: false,
        eventStore: false,
        rounds: {
          clients: 8,
          strikes: [...ON_POSTGRES, ...NAMED_POINTS, ...ON_STANDALONE],
          atOnce: { least: 1, most: 3 },
        },
      },
      running,
    ),
};

/** `fil import paris`, killed and run again. */
const imports: Scenario = {
  share: 1,
  impossible: onlyOnLinux,
  async run({ product, rounds, seed, tell }) {
    const folder = process.env['FIL_SHARED_DATA'] ? parisFolder : SAMPLE;
    if (!folder) throw new Error('FIL_SHARED_DATA names no folder with paris-budget-participatif');
    const postgres = await MortalPostgres.create();
    try {
      for (let round = 0; round < rounds; round++) {
        const { kills, events, rows, faults, writtenByOneMore } = await crashImports({
          product,
          postgres,
          folder,
          kills: KILLS_OF_A_ROUND,
          seed: seed + round,
          onKill: () => undefined,
        });
        const inTime = kills.filter((kill) => kill.inTime).map(({ victim, size }) => `${victim} at ${size}`);
        const what = `import of ${events} events, killed ${inTime.length} times (${inTime.join(', ')}); one more run wrote ${writtenByOneMore}; ${rows} rows`;
        tell({ what, faults: inTime.length === 0 ? [...faults, 'no kill came in time'] : faults });
      }
    } finally {
      await postgres.close();
    }
  },
};

export const SCENARIOS = { services, 'event-store': eventStore, 'full-disk': fullDisk, standalone, imports } as const;
export type ScenarioName = keyof typeof SCENARIOS;

/** Together under two minutes on two cores. */
export const DEFAULT_ROUNDS = 4;

/** How many rounds each has of so many: at least one, by their shares. */
export function dealtOut(rounds: number, names: readonly ScenarioName[]): Map<ScenarioName, number> {
  const total = names.reduce((sum, name) => sum + SCENARIOS[name].share, 0);
  return new Map(names.map((name) => [name, Math.max(1, Math.round((rounds * SCENARIOS[name].share) / total))]));
}
