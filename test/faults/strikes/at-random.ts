/** At any instant. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '../../services/services';
import type { Random } from '../random';
import type { Site } from '../site';
import { LONGEST_WAIT, type Strike } from './strike';

const pause = (random: Random): Promise<void> => sleep(random.between(0, LONGEST_WAIT));

const killed = (name: ServiceName): Strike => ({
  name: `a ${name} is killed`,
  strike: (site, random) => {
    const victim = random.one(site.named(name));
    return victim.turns.take(async () => {
      await pause(random);
      await victim.kill();
      await pause(random);
      await victim.ready();
      return `${victim.label} killed`;
    });
  },
});

const allKilled = (name: ServiceName): Strike => ({
  name: `every ${name} is killed`,
  strike: async (site, random) => {
    await pause(random);
    await Promise.all(
      site.named(name).map((victim) => victim.turns.take(() => victim.kill().then(() => victim.ready()))),
    );
    return `every ${name} killed at once`;
  },
});

/** As an orchestrator does when it rolls out a release. */
const restarted = (name: ServiceName): Strike => ({
  name: `a ${name} is restarted`,
  strike: (site, random) => {
    const victim = random.one(site.named(name));
    return victim.turns.take(async () => {
      await pause(random);
      await victim.stop();
      await victim.ready();
      return `${victim.label} asked to stop`;
    });
  },
});

const postgres = (name: string, end: (site: Site) => Promise<void>): Strike => ({
  name: `PostgreSQL ${name}`,
  strike: (site, random) =>
    site.turnsAt.postgres.take(async () => {
      await pause(random);
      await end(site);
      await pause(random);
      await site.settings.postgres.start();
      return `PostgreSQL ${name}`;
    }),
});

const redis = (name: string, happen: (site: Site, random: Random) => Promise<void>): Strike => ({
  name: `Redis ${name}`,
  strike: (site, random) =>
    site.turnsAt.redis.take(async () => {
      await pause(random);
      await happen(site, random);
      return `Redis ${name}`;
    }),
});

/** As when the machine loses its power. */
const powerCut: Strike = {
  name: 'everything is killed',
  strike: async (site, random) => {
    await pause(random);
    const { settings, turnsAt, programs } = site;
    await Promise.all([
      turnsAt.postgres.take(() => settings.postgres.kill().then(() => settings.postgres.start())),
      turnsAt.redis.take(async () => {
        await settings.redis?.kill();
        await settings.redis?.startAgain();
      }),
      ...programs.map((program) => program.turns.take(() => program.kill().then(() => program.ready()))),
    ]);
    return 'everything killed at once';
  },
};

export const ON_POSTGRES: readonly Strike[] = [
  postgres('killed', ({ settings }) => settings.postgres.kill()),
  postgres('stopped in immediate mode', ({ settings }) => settings.postgres.stopImmediately()),
];

export const ON_REDIS: readonly Strike[] = [
  redis('flushed', ({ settings }) => settings.redis!.flush()),
  redis('killed', async ({ settings }, random) => {
    await settings.redis!.kill();
    await pause(random);
    await settings.redis!.startAgain();
  }),
];

export const ON_SERVICES: readonly Strike[] = [
  killed('web'),
  killed('projector'),
  killed('worker'),
  allKilled('web'),
  allKilled('projector'),
  allKilled('worker'),
  restarted('web'),
  restarted('projector'),
  restarted('worker'),
  powerCut,
];

export const ON_STANDALONE: readonly Strike[] = [killed('standalone'), restarted('standalone'), powerCut];
