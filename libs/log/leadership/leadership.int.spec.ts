import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { Leadership } from './leadership';

const HEARTBEAT = 50;

describe('Leadership', () => {
  let database: TestDatabase;
  const ending: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
    await database.drop();
  });

  /** A process that would do the work of these names. */
  function contender(...names: string[]) {
    return contenderAt(HEARTBEAT, ...names);
  }

  function contenderAt(heartbeat: number, ...names: string[]) {
    const stopping = new AbortController();
    const troubles: string[] = [];
    const leadership = new Leadership({ connectionString: database.url, application_name: 'contender' }, names, {
      heartbeat,
      onTrouble: (message) => troubles.push(message),
    });
    let working = 0;
    const running = leadership.run(async (signal, held) => {
      working = held.size;
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      working = 0;
    }, stopping.signal);
    const stop = async (): Promise<void> => {
      stopping.abort();
      await running;
    };
    ending.push(stop);
    return { leadership, troubles, stop, working: () => working };
  }

  async function until(condition: () => boolean): Promise<void> {
    for (const deadline = Date.now() + 40_000; !condition(); await sleep(10)) {
      if (Date.now() > deadline) throw new Error('waited in vain');
    }
  }

  async function cut(): Promise<void> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'contender'`);
    await client.end();
  }

  it('is one process’s, and another’s when that one stops', async () => {
    const first = contender('views');
    await until(() => first.working() === 1);
    const second = contender('views');
    await sleep(5 * HEARTBEAT);
    expect(second.working()).toBe(0);
    await first.stop();
    await until(() => second.working() === 1);
    expect(first.leadership.leads.size).toBe(0);
    expect([...second.leadership.leads]).toEqual(['views']);
  });

  it('comes back to exactly one, though connections are cut again and again', async () => {
    const several = [contender('views'), contender('views'), contender('views')];
    for (let round = 0; round < 5; round++) {
      await until(() => several.filter(({ working }) => working() === 1).length === 1);
      await cut();
      // Each finds out with its next question; until then the old leader does not know that it no longer leads.
      await sleep(2 * HEARTBEAT);
    }
    await until(() => several.filter(({ working }) => working() === 1).length === 1);
    expect(several.every(({ troubles }) => troubles.every((line) => line.includes('views')))).toBe(true);
  });

  it('is taken from one that is frozen', async () => {
    // It asks nothing for a minute, while its connection stands.
    const frozen = contenderAt(60_000, 'views');
    await until(() => frozen.working() === 1);
    const second = contender('views');
    await until(() => second.working() === 1);
  }, 60_000);

  it('leads what nobody else leads, and takes the rest when it becomes free', async () => {
    const first = contender('a');
    await until(() => first.working() === 1);
    const second = contender('a', 'b');
    await until(() => second.working() === 1);
    expect([...second.leadership.leads]).toEqual(['b']);
    await first.stop();
    await until(() => second.working() === 2);
  });

  it('waits for a database that is away, says so once, and stops all the same', async () => {
    const stopping = new AbortController();
    const troubles: string[] = [];
    const leadership = new Leadership({ connectionString: 'postgres://127.0.0.1:1/none' }, ['views'], {
      heartbeat: HEARTBEAT,
      onTrouble: (message) => troubles.push(message),
    });
    const running = leadership.run(() => Promise.reject(new Error('leads nothing')), stopping.signal);
    await sleep(6 * HEARTBEAT);
    stopping.abort();
    await running;
    expect(troubles).toHaveLength(1);
  });

  it('hands on what the work throws', async () => {
    const leadership = new Leadership({ connectionString: database.url }, ['views'], { heartbeat: HEARTBEAT });
    const work = (): Promise<void> => Promise.reject(new Error('of its own'));
    await expect(leadership.run(work, new AbortController().signal)).rejects.toThrow('of its own');
  });
});
