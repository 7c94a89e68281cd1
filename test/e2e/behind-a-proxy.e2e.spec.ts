/** Where a request comes from, when all of them come through one proxy. */
import { MOST_WRONG_TRIES } from '@fil/people/attempts/attempt-limiter';
import { Api } from './api';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown } from './town';

const WRONG_KEY = '0'.repeat(20);

describe.each([
  { proxies: 'loopback', others: 403 },
  { proxies: '', others: 429 },
])('with TRUSTED_PROXIES=$proxies', ({ proxies, others }) => {
  let running: RunningApp;
  let anybody: Api;
  let contribution: string;
  beforeAll(async () => {
    running = await startApp({ environment: { TRUSTED_PROXIES: proxies } });
    anybody = new Api(running);
    const api = anybody.as({ token: (await running.token()).token });
    const { consultation } = await foundTown(api);
    contribution = await api.create('contributions', depositIn(consultation));
  });
  afterAll(() => running.close());

  const tries = async (address: string): Promise<number> => {
    const { status } = await anybody.post(
      `contributions/${contribution}/withdrawals`,
      { authorKey: WRONG_KEY },
      { more: { 'x-forwarded-for': address } },
    );
    return status;
  };

  it(`answers ${others} to another reader after too many wrong tries of one`, async () => {
    for (let n = 0; n < MOST_WRONG_TRIES; n++) await tries('192.0.2.1');
    expect(await tries('192.0.2.1')).toBe(429);
    expect(await tries('192.0.2.2')).toBe(others);
  });

  it('keeps the metrics from who comes through a proxy', async () => {
    expect((await anybody.get('/metrics')).status).toBe(200);
    expect((await anybody.get('/metrics', { more: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404);
  });
});
