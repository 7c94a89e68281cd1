import { EventStoreDbTestServer } from '../eventstoredb-server/eventstoredb-test-server';
import { RedisServer } from '../redis/redis-server';
import type { ServiceName } from '../services/services';
import { MortalPostgres } from './mortal-postgres';
import { type Round, Rounds, type RoundsSettings } from './rounds';
import type { Running } from './scenario';
import { Site } from './site';

export interface Installation {
  readonly programs: readonly ServiceName[];
  readonly redis: boolean;
  readonly eventStore: boolean;
  readonly rounds: Omit<RoundsSettings, 'seed'>;
  /** One of its own by default. */
  readonly postgres?: () => Promise<MortalPostgres>;
}

/** What is checked grows with the register: a new one is begun after so many rounds. */
const ROUNDS_OF_A_REGISTER = 10;

/** Runs the rounds of a scenario, on one PostgreSQL and, every ten rounds, another register. */
export async function runRounds(
  installation: Installation,
  { product, rounds, seed, evidence, tell }: Running,
): Promise<void> {
  const postgres = await (installation.postgres ?? MortalPostgres.create)();
  const redis = installation.redis ? await RedisServer.start() : null;
  try {
    for (let done = 0; done < rounds; done += ROUNDS_OF_A_REGISTER) {
      const eventStore = installation.eventStore ? await EventStoreDbTestServer.start() : null;
      const { programs } = installation;
      const name = `register_${done}`;
      const site = await Site.open({ product, postgres, redis, eventStore, programs, evidence, name });
      try {
        const run = new Rounds(site, { ...installation.rounds, seed: seed + done });
        await run.begin();
        for (let n = done; n < Math.min(done + ROUNDS_OF_A_REGISTER, rounds); n++) tell(told(await run.round()));
      } finally {
        await site.close();
        eventStore?.stop();
      }
    }
  } finally {
    await redis?.remove();
    await postgres.close();
  }
}

function told(round: Round): { what: string; faults: readonly string[] } {
  const {
    struck,
    acknowledged,
    troubles,
    size,
    openings,
    byProcesses,
    checkpoints,
    jobs,
    begunAgain,
    rows,
    took,
    faults,
  } = round;
  const met = `${troubles.refusedConnections} connections broken, ${troubles.unavailable} × 503, ${troubles.foundRecorded} found recorded`;
  const what =
    `${struck.join('; ')}. ${acknowledged} acknowledged (${met}); log ${size}, ${openings} openings, ${byProcesses} by processes, ${checkpoints} checkpoints; ` +
    `${jobs} jobs, ${begunAgain} begun again; ${rows} rows; ${took.map((seconds) => seconds.toFixed(1)).join(' + ')} s`;
  return { what, faults };
}
