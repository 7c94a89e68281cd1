import { findRedisServer, RedisServer } from './redis-server';

/**
 * A suite on a real Redis. Where there is no redis-server the suite is skipped and says so; with REQUIRE_REDIS=1 (as in
 * .ci/run) it fails instead, so that nobody mistakes a skipped suite for a passed one.
 */
export function describeWithRedis(name: string, suite: (redis: () => RedisServer) => void): void {
  if (!findRedisServer()) {
    const advice = `No redis-server for "${name}". Install it (Debian: apt-get install redis-server) or set REDIS_SERVER.`;
    if (process.env.REQUIRE_REDIS === '1') {
      it(name, () => {
        throw new Error(advice);
      });
      return;
    }
    console.warn(advice);
    describe.skip(name, () => suite(() => undefined as never));
    return;
  }
  describe(name, () => {
    let redis: RedisServer | undefined;
    beforeAll(async () => {
      redis = await RedisServer.start();
    });
    afterAll(() => redis?.remove());
    suite(() => {
      if (!redis) throw new Error('Redis is there only inside a test.');
      return redis;
    });
  });
}
