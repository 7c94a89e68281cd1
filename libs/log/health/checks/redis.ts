import Redis from 'ioredis';
import type { Check } from '../check';
import { fault, ok, plain } from '../finding';
import { whyNot } from '../why-not';

const PATIENCE = 3_000;

/** Whether the Redis that hands out the jobs answers. */
export const redisCheck = (url: string): Check => ({
  name: 'redis',
  title: { fr: 'Redis', en: 'Redis' },
  look: async () => {
    try {
      await ping(url);
      return [ok('redis.reachable', { fr: 'Répond', en: 'Answers' })];
    } catch (error) {
      return [
        fault('redis.unreachable', {
          title: { fr: 'Redis ne répond pas', en: 'Redis does not answer' },
          detail: plain(whyNot(error)),
          whatToDo: {
            fr: 'Démarrez Redis ou corrigez REDIS_URL. Aucune tâche n’est perdue : elles sont dans la base, et attendent. Sans REDIS_URL, les programmes les y prennent eux-mêmes.',
            en: 'Start Redis or mend REDIS_URL. No job is lost: they stand in the database, and wait. Without REDIS_URL the programs take them there themselves.',
          },
        }),
      ];
    }
  },
});

async function ping(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let told: Error | null = null;
  // What the connection says is more than the "Connection is closed." of the command that waited for it.
  redis.on('error', (error: Error) => (told ??= error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw told ?? error;
  } finally {
    redis.disconnect();
  }
}
