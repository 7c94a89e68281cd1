import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { eventually } from '../../../../test/e2e/eventually';
import { spawnRebuild, STANDSTILLS } from '../../../../test/rebuild/rebuild-process';
import { admission, counting, deposit, newContribution } from '../../../../test/register/counting';
import { fact, TestRegister } from '../../../../test/register/test-register';
import { uuidV7 } from '../../event-store/ids';
import { EventFault } from '../faults';
import type { Projection } from '../projection';
import { RebuildUnderWay, type RebuildOptions, type Rebuilt, type Stage } from './rebuild';

const LONG = 120_000;

describe('a rebuild', () => {
  let register: TestRegister;

  beforeEach(async () => {
    register = await TestRegister.open();
  });
  afterEach(() => register.close());

  const query = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await register.pool.query<T>(sql, values)).rows;
  const deposits = async (count: number): Promise<`contribution-${string}`[]> => {
    const streams = Array.from({ length: count }, newContribution);
    await Promise.all(
      streams.map((stream, n) =>
        register.append(stream, [deposit(`Banc ${n}`), admission()], { person: `person-${stream}` }),
      ),
    );
    return streams;
  };
  const erase = async (target: `contribution-${string}`): Promise<void> => {
    const erasure = `erasure-${uuidV7()}`;
    const order = { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'dpo' } as const;
    await register.append(erasure, [fact(erasureOrdered, order)]);
    await register.vaultStore.eraseKey(`person-${target}`);
    await register.append(erasure, [fact(erasureCarriedOut, { target, places: ['key'] })]);
  };
  const live = async (projection: Projection): Promise<void> => {
    const runner = register.runner([projection]);
    await runner.prepare();
    expect(await runner.catchUp()).toEqual([]);
  };
  /** What is in the tables that are read, without the sizes at which words were opened. */
  const rows = async (name: string): Promise<unknown> => [
    await query(`SELECT stream, state::text, events, day FROM views.${name}_object_v1 ORDER BY 1`),
    await query(`SELECT stream, index, type FROM views.${name}_event_v1 ORDER BY 1, 2`),
  ];
  const definitions = (): Promise<object[]> =>
    query(`
      SELECT c.relname, c.relkind, pg_get_userbyid(c.relowner) AS owner, c.relacl::text, c.reloptions,
        (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'not null', attnotnull,
           'generated', attgenerated) ORDER BY attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND attnum > 0) AS columns,
        (SELECT json_agg(conname || ' ' || pg_get_constraintdef(o.oid) ORDER BY conname)
           FROM pg_constraint o WHERE o.conrelid = c.oid) AS constraints,
        CASE WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid) END AS index
      FROM pg_class c WHERE c.relnamespace = 'views'::regnamespace ORDER BY 1`);
  const besides = (): Promise<object[]> =>
    query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'views_rebuild'::regnamespace AND relkind = 'r' AND relname <> 'projection'`,
    );

  /** Asked to stop at a point: the copy is there, half made. */
  const interrupted = async (projection: Projection, at: Stage, after = 0): Promise<Rebuilt> => {
    const stop = new AbortController();
    const onProgress = (stage: Stage, size: number): void => {
      if (stage === at && size >= after) stop.abort();
    };
    return register.rebuild(projection, { batch: 5, signal: stop.signal, onProgress });
  };
  const resumed = async (
    projection: Projection,
    options: RebuildOptions = {},
  ): Promise<{ from: number; rebuilt: Rebuilt }> => {
    let from = -1;
    const rebuilt = await register.rebuild(projection, { ...options, batch: 5, onBegin: ({ size }) => (from = size) });
    return { from, rebuilt };
  };

  it('ends with the same tables, indexes and rows, and leaves nothing behind', async () => {
    await deposits(30);
    const projection = counting('same');
    await live(projection);
    const [definedBefore, rowsBefore] = [await definitions(), await rows('same')];
    await query('UPDATE views.same_object_v1 SET events = 0');
    await query('DELETE FROM views.same_event_v1');
    expect(await register.rebuild(projection, { batch: 7 })).toEqual({
      status: 'swapped',
      size: 60,
      haltedBefore: false,
    });
    expect(await rows('same')).toEqual(rowsBefore);
    expect(await definitions()).toEqual(definedBefore);
    expect(await besides()).toEqual([]);
    expect(await query('SELECT * FROM views_rebuild.projection')).toEqual([]);
    expect(
      await query('SELECT size, at, halted_at, tables, rebuilt_at IS NOT NULL AS rebuilt FROM views.projection'),
    ).toEqual([
      {
        size: '60',
        at: '2026-03-02T09:30:00Z',
        halted_at: null,
        tables: ['same_event_v1', 'same_object_v1'],
        rebuilt: true,
      },
    ]);
  });

  it('makes a projection that was never made', async () => {
    await deposits(3);
    const projection = counting('first');
    expect((await register.rebuild(projection)).status).toBe('swapped');
    const made = await rows('first');
    await live(projection);
    expect(await rows('first')).toEqual(made);
  });

  it(
    'is not noticed by those who read, those who write and those who follow',
    async () => {
      const projection = counting('busy');
      await deposits(40);
      await live(projection);
      const warnings: string[] = [];
      const followers = [5, 50].map((batch) =>
        register.runner([projection], { batch, onWarning: (said) => warnings.push(said) }),
      );
      for (const follower of followers) await follower.start();
      let over = false;
      const writing = (async () => {
        while (!over) {
          await deposits(2);
          await sleep(5);
        }
      })();
      const reading = Array.from({ length: 4 }, async () => {
        let [seen, reads] = [0, 0];
        while (!over) {
          const [now] = await query<{ events: number; objects: number }>(
            `SELECT (SELECT count(*)::int FROM views.busy_event_v1) AS events,
                    (SELECT sum(events)::int FROM views.busy_object_v1) AS objects`,
          );
          expect(now!.events).toBeGreaterThanOrEqual(seen);
          expect(now!.objects).toBe(now!.events);
          seen = now!.events;
          reads++;
        }
        return reads;
      });
      const swapped: Rebuilt[] = [];
      try {
        for (let times = 0; times < 3; times++) swapped.push(await register.rebuild(projection, { batch: 50 }));
      } finally {
        over = true;
        await writing;
      }
      expect(Math.min(...(await Promise.all(reading)))).toBeGreaterThan(0);
      const size = await register.store.size();
      await eventually('the followers at the head', async () => {
        const [cursor] = await query<{ size: string }>('SELECT size FROM views.projection');
        return Number(cursor!.size) === size;
      });
      for (const follower of followers) await follower.stop();
      expect(swapped.map(({ status }) => status)).toEqual(Array(3).fill('swapped'));
      expect(warnings).toEqual([]);
      const lived = await rows('busy');
      await register.rebuild(projection);
      expect(await rows('busy')).toEqual(lived);
    },
    LONG,
  );

  it(
    'waits for a long reader without keeping others waiting behind it, and can be told to stop',
    async () => {
      await deposits(10);
      const projection = counting('slow');
      await live(projection);
      const reader = await register.pool.connect();
      await reader.query('BEGIN; SELECT FROM views.slow_object_v1 LIMIT 1');
      let attempts = 0;
      const stop = new AbortController();
      const rebuilding = register.rebuild(projection, {
        signal: stop.signal,
        onProgress: (stage) => (attempts += Number(stage === 'swapping')),
      });
      await eventually('three attempts', () => Promise.resolve(attempts >= 3), LONG);
      expect(await query('SELECT count(*)::int AS count FROM views.slow_object_v1')).toEqual([{ count: 10 }]);
      await deposits(1);
      await live(projection);
      expect(await query('SELECT count(*)::int AS count FROM views.slow_object_v1')).toEqual([{ count: 11 }]);
      stop.abort();
      expect(await rebuilding).toMatchObject({ status: 'stopped' });
      const again = register.rebuild(projection);
      await reader.query('COMMIT');
      reader.release();
      expect(await again).toMatchObject({ status: 'swapped', size: 22 });
    },
    LONG,
  );

  describe('that was stopped', () => {
    it.each([
      ['filling', 15],
      ['indexing', 40],
      ['swapping', 40],
    ] as const)('while %s goes on where it was', async (stage, size) => {
      await deposits(20);
      const projection = counting('halfway');
      await live(projection);
      const expected = await rows('halfway');
      expect(await interrupted(projection, stage, size)).toMatchObject(
        stage === 'swapping' ? { status: 'swapped' } : { status: 'stopped', size },
      );
      await deposits(2);
      await live(projection);
      const { from, rebuilt } = await resumed(projection);
      expect(from).toBe(stage === 'swapping' ? 0 : size);
      expect(rebuilt).toMatchObject({ status: 'swapped', size: 44 });
      expect(JSON.stringify(await rows('halfway')).length).toBeGreaterThan(JSON.stringify(expected).length);
      const made = await rows('halfway');
      await register.rebuild(projection);
      expect(await rows('halfway')).toEqual(made);
    });

    it('begins anew when its definition has changed, or when asked to', async () => {
      await deposits(10);
      await interrupted(counting('changed'), 'filling', 10);
      const other = counting('changed');
      const [fold] = other.folds;
      const wider: Projection = {
        ...other,
        folds: [{ ...fold!, table: { ...fold!.table, columns: { ...fold!.table.columns, more: 'text' } } }],
      };
      const stopAtOnce = AbortSignal.abort();
      expect((await resumed(wider, { signal: stopAtOnce })).from).toBe(0);
      await interrupted(wider, 'filling', 10);
      expect((await resumed(wider, { signal: stopAtOnce })).from).toBe(10);
      expect((await resumed(wider, { signal: stopAtOnce, anew: true })).from).toBe(0);
      expect(await besides()).toHaveLength(2);
    });
  });

  it.each(STANDSTILLS)(
    'killed %s goes on from the copy it left',
    async (point) => {
      await deposits(20);
      const projection = counting('killed');
      await live(projection);
      const child = await spawnRebuild(register.url, point);
      try {
        await expect(register.rebuild(projection)).rejects.toThrow(RebuildUnderWay);
      } finally {
        child.kill('SIGKILL');
      }
      const attempt = (): Promise<{ from: number; rebuilt: Rebuilt } | null> =>
        resumed(projection).catch((error: unknown) => {
          if (error instanceof RebuildUnderWay) return null;
          throw error;
        });
      // PostgreSQL finds the connections gone a moment later.
      const { from, rebuilt } = await eventually('the lock of the one that was killed', attempt, LONG);
      expect(from).toBe(point === 'between two batches' ? 10 : 40);
      expect(rebuilt).toMatchObject({ status: 'swapped', size: 40 });
      expect(await query('SELECT DISTINCT events FROM views.killed_object_v1')).toEqual([{ events: 2 }]);
      expect(await query('SELECT count(*)::int AS count FROM views.killed_event_v1')).toEqual([{ count: 40 }]);
    },
    LONG,
  );

  it('is the only one of its projection', async () => {
    await deposits(5);
    const results: Promise<unknown>[] = [];
    const onBegin = (): void => {
      results.push(expect(register.rebuild(counting('alone'))).rejects.toThrow(RebuildUnderWay));
      results.push(expect(register.rebuild(counting('other'))).resolves.toMatchObject({ status: 'swapped' }));
    };
    await register.rebuild(counting('alone'), { onBegin });
    await Promise.all(results);
    expect(results).toHaveLength(2);
  });

  it('names the event it cannot take, and goes on once it can; a halted projection is whole again', async () => {
    const [, , third] = await deposits(5);
    const [bad] = await register.store.readStream(third!);
    const failing = counting('failing', {
      evolve: (state: { events: number } | undefined, { id }) => {
        if (id === bad!.id) throw new Error('cannot take this');
        return { events: (state?.events ?? 0) + 1, title: null };
      },
    });
    const runner = register.runner([failing]);
    await runner.prepare();
    expect(await runner.catchUp()).toEqual(['failing']);
    const fault = await register.rebuild(failing).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(EventFault);
    expect(fault).toMatchObject({ event: bad!.id, index: bad!.index, message: 'cannot take this' });
    const { from, rebuilt } = await resumed(counting('failing'));
    expect(from).toBe(bad!.index);
    expect(rebuilt).toEqual({ status: 'swapped', size: 10, haltedBefore: true });
    expect(await query('SELECT size, halted_at FROM views.projection')).toEqual([{ size: '10', halted_at: null }]);
  });

  it(
    'honours what was erased while it ran',
    async () => {
      const streams = await deposits(24);
      const projection = counting('erased');
      await live(projection);
      const follower = register.runner([projection], { batch: 3 });
      await follower.start();
      const readAll = register.store.readAll.bind(register.store);
      // At each reading of the log somebody's words go, from the first contribution to the last: some that the copy
      // has, some that it has not.
      const left = streams.filter((_, n) => n % 2 === 0);
      const reading = jest.spyOn(register.store, 'readAll').mockImplementation(async (after, limit) => {
        const target = limit === 5 ? left.shift() : undefined;
        if (target) await erase(target);
        return readAll(after, limit);
      });
      expect((await register.rebuild(projection, { batch: 5 })).status).toBe('swapped');
      reading.mockRestore();
      await follower.stop();
      expect(left).toEqual([]);
      await live(projection);
      const made = await rows('erased');
      await register.rebuild(projection);
      expect(await rows('erased')).toEqual(made);
      const titles = await query<{ stream: string; title: unknown }>(
        `SELECT stream, state -> 'title' AS title FROM views.erased_object_v1`,
      );
      for (const { stream, title } of titles) {
        expect(title).toEqual(
          streams.findIndex((one) => one === stream) % 2 === 0 ? { erased: true } : { fr: expect.any(String) },
        );
      }
    },
    LONG,
  );

  it('shows nobody words that were already seen to be erased', async () => {
    const [stream] = await deposits(1);
    const projection = counting('unseen');
    const readAll = register.store.readAll.bind(register.store);
    const pool = register.pool as { connect(): Promise<PoolClient> };
    const connect = pool.connect.bind(pool);
    /** The words go, and what is read is made from the log as it is then, but does not count those events yet. */
    const eraseUncounted = async (): Promise<void> => {
      await erase(stream!);
      const reading = jest
        .spyOn(register.store, 'readAll')
        .mockImplementation((after, limit) => (after < 2 ? readAll(after, limit) : Promise.resolve([])));
      await register.runner([projection], { batch: 2 }).catchUp();
      reading.mockRestore();
      expect(await query('SELECT size FROM views.projection')).toEqual([{ size: '2' }]);
    };
    // The copy, which has the words, is about to take its place.
    const onProgress = (stage: Stage): void => {
      if (stage !== 'swapping') return;
      jest.spyOn(pool, 'connect').mockImplementationOnce(async () => {
        await eraseUncounted();
        return connect();
      });
    };
    expect(await register.rebuild(projection, { batch: 2, onProgress })).toMatchObject({ status: 'swapped', size: 4 });
    expect(await query(`SELECT state -> 'title' AS title FROM views.unseen_object_v1`)).toEqual([
      { title: { erased: true } },
    ]);
  });

  it('is a projection’s of one version: another is read and fed on', async () => {
    await deposits(5);
    const [old, raised] = [counting('two'), { ...counting('two'), version: 2 }];
    await live(old);
    await live(raised);
    const oldRunner = register.runner([old]);
    await oldRunner.start();
    await register.rebuild(raised);
    await deposits(1);
    await eventually('the old version in step', async () => {
      const [row] = await query<{ size: string }>('SELECT size FROM views.projection WHERE version = 1');
      return row!.size === '12';
    });
    await oldRunner.stop();
    expect(await query('SELECT count(*)::int AS count FROM views.two_object_v1')).toEqual([{ count: 6 }]);
    expect(await query('SELECT count(*)::int AS count FROM views.two_object_v2')).toEqual([{ count: 5 }]);
  });
});
