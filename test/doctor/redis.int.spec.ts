import { redisCheck } from '@fil/log/health/checks/redis';
import { describeWithRedis } from '../redis/describe-with-redis';

describeWithRedis('fil doctor, of Redis', (redis) => {
  const look = async () => (await redisCheck(redis().url).look()).map(({ code, severity }) => `${severity} ${code}`);

  it('says whether it answers', async () => {
    expect(await look()).toEqual(['ok redis.reachable']);
    await redis().kill();
    expect(await look()).toEqual(['fault redis.unreachable']);
    await redis().startAgain();
    expect(await look()).toEqual(['ok redis.reachable']);
  });
});
