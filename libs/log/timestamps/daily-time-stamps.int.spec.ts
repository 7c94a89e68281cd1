import { LogUnderTest } from '../../../test/checkpoints/log-under-test';
import { describeWithAuthority } from '../../../test/timestamps/describe-with-authority';
import { DailyTimeStamps } from './daily-time-stamps';
import { readTimeStamps } from './kept-time-stamps';

describeWithAuthority('daily time stamps', (authority) => {
  let log: LogUnderTest;
  beforeEach(async () => {
    log = await LogUnderTest.begin();
  });
  afterEach(() => log.end());

  it('are over the last checkpoint, when it is new', async () => {
    const troubles: string[] = [];
    const daily = (): DailyTimeStamps => new DailyTimeStamps(log.pool, authority().url, (told) => troubles.push(told));
    const stamped = async (stamps: DailyTimeStamps): Promise<number[]> => {
      stamps.ask();
      await stamps.idle();
      return (await readTimeStamps(log.pool)).map(({ size }) => size);
    };
    const aDayLater = () => log.tamper(`UPDATE log.timestamp_token SET at = at - interval '25 hours'`);
    await log.append(3);
    await log.signAll();
    let asked = 0;
    authority().answer = () => {
      asked++;
      return Buffer.of();
    };
    const failing = daily();
    expect(await stamped(failing)).toEqual([]);
    expect(await stamped(failing)).toEqual([]);
    expect([asked, troubles]).toEqual([1, [expect.stringContaining('no time stamp')]]);

    authority().answer = null;
    expect(await stamped(daily())).toEqual([3]);
    await log.append(2);
    await log.signAll();
    expect(await stamped(daily())).toEqual([3]);
    await aDayLater();
    const next = daily();
    expect(await stamped(next)).toEqual([3, 5]);
    await aDayLater();
    expect(await stamped(next)).toEqual([3, 5]);
    expect(troubles).toHaveLength(1);
  }, 60_000);
});
