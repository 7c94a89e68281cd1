/** The same application on the other engine: the invented commune told into EventStoreDB reads the same as in PostgreSQL. */
import { EventStoreDbTestServer } from '../eventstoredb-server/eventstoredb-test-server';
import { eventually } from './eventually';
import { startApp, type RunningApp } from './running-app';

interface Overview {
  readonly shown: { readonly size: number };
  readonly contributions: object;
  readonly outcome: object;
  readonly progress: object;
}

describe('the register on EventStoreDB', () => {
  let server: EventStoreDbTestServer;
  let onEventStoreDb: RunningApp;
  let onPostgres: RunningApp;
  beforeAll(async () => {
    server = await EventStoreDbTestServer.start();
    [onPostgres, onEventStoreDb] = await Promise.all([
      startApp({ demonstration: true }),
      startApp({ demonstration: true, eventStoreUrl: server.url }),
    ]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([onPostgres.close(), onEventStoreDb.close()]);
    server.stop();
  });

  const overview = async ({ url }: RunningApp): Promise<Overview> =>
    (await (await fetch(`${url}/api/v1/overview`)).json()) as Overview;
  /** Once the answers have reached the members and every view has read them. */
  const settled = (running: RunningApp, size: number): Promise<Overview> =>
    eventually(
      `size ${size}`,
      async () => {
        const seen = await overview(running);
        return seen.shown.size === size && seen;
      },
      60_000,
    );

  it('tells the same story, entry by entry, and shows the same figures', async () => {
    // 187 steps, what a process carries to the members, and what others say once of each consultation that is answered.
    const size = 210;
    const [postgres, eventStoreDb] = await Promise.all([settled(onPostgres, size), settled(onEventStoreDb, size)]);
    for (const part of ['contributions', 'outcome', 'progress'] as const)
      expect(eventStoreDb[part]).toEqual(postgres[part]);
    const types = async ({ register }: RunningApp): Promise<string[]> =>
      (await register.store.readAll(0, 1000)).map(({ type }) => type).sort();
    expect(await types(onEventStoreDb)).toEqual(await types(onPostgres));
  });
});
