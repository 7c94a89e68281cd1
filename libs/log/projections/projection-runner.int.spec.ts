import { setTimeout as sleep } from 'node:timers/promises';
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { ENTRY_CORRECTED } from '@fil/facts/events/correction.events';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import type { Pool, PoolClient } from 'pg';
import { admission, counting, deposit, newContribution } from '../../../test/register/counting';
import { fact, TestRegister } from '../../../test/register/test-register';
import { uuidV7 } from '../event-store/ids';
import { isWithheld } from '../vault/vault';
import type { Projection } from './projection';
import { ProjectionRunner } from './projection-runner';

describe('projection runner', () => {
  let register: TestRegister;

  beforeEach(async () => {
    register = await TestRegister.open();
  });
  afterEach(() => register.close());

  const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
    (await register.pool.query<Record<string, unknown>>(`SELECT * FROM views.${table} ORDER BY 1, 2`)).rows;
  const cursorOf = async (name: string): Promise<{ size: string; halted_at: string | null }> =>
    (
      await register.pool.query<{ size: string; halted_at: string | null }>(
        'SELECT size, halted_at FROM views.projection WHERE name = $1',
        [name],
      )
    ).rows[0]!;
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    for (const deadline = Date.now() + 20_000; !(await condition()); await sleep(20)) {
      if (Date.now() > deadline) throw new Error('waited in vain');
    }
  };
  const prepared = async (projections: readonly Projection[], options = {}): Promise<ProjectionRunner> => {
    const runner = register.runner(projections, options);
    await runner.prepare();
    return runner;
  };
  const deposits = async (count: number): Promise<string[]> => {
    const streams = Array.from({ length: count }, newContribution);
    await Promise.all(
      streams.map((stream, n) =>
        register.append(stream, [deposit(`Banc ${n}`), admission()], { person: `person-${n}` }),
      ),
    );
    return streams;
  };
  describe('exactly once', () => {
    const instead = <T extends object>(target: T, name: string, replacement: unknown): T =>
      new Proxy(target, {
        get(real, asked) {
          if (asked === name) return replacement;
          const value: unknown = Reflect.get(real, asked, real);
          return typeof value === 'function' ? (value as () => unknown).bind(real) : value;
        },
      });

    /** A pool of which a client is lost around the commit of the first batch: the one before made the tables. */
    const breaking = (when: 'before' | 'after'): Pool => {
      let commits = 0;
      const connect = async (): Promise<PoolClient> => {
        const client = await register.pool.connect();
        const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
        return instead(client, 'query', async (...given: unknown[]) => {
          if (given[0] !== 'COMMIT' || ++commits !== 2) return query(...given);
          await query(when === 'after' ? 'COMMIT' : 'ROLLBACK');
          throw new Error('Connection terminated unexpectedly');
        });
      };
      return instead(register.pool, 'connect', connect);
    };

    it.each(['before', 'after'] as const)('when the connection is lost just %s the commit', async (when) => {
      const streams = await deposits(20);
      const projection = counting('once');
      const runner = new ProjectionRunner([projection], breaking(when), register.store, register.vault, { batch: 7 });
      await runner.prepare();
      await expect(runner.catchUp()).rejects.toThrow('Connection terminated');
      expect(await runner.catchUp()).toEqual([]);
      expect((await rowsOf('once_object_v1')).map(({ events }) => events)).toEqual(streams.map(() => 2));
      expect(await rowsOf('once_event_v1')).toHaveLength(40);
      expect((await rowsOf('incident')).length).toBe(0);
    });

    it('with two runners at once', async () => {
      const streams = await deposits(60);
      const projection = counting('twice');
      const [one, other] = [await prepared([projection], { batch: 5 }), await prepared([projection], { batch: 7 })];
      await Promise.all([one.catchUp(), other.catchUp()]);
      expect((await rowsOf('twice_object_v1')).map(({ events }) => events)).toEqual(streams.map(() => 2));
      expect(await rowsOf('twice_event_v1')).toHaveLength(120);
      expect((await cursorOf('twice')).size).toBe('120');
    });
  });

  it('makes again what was made of an entry that is corrected, also in the batch of the entry', async () => {
    const commitment = (): string => `commitment-${uuidV7()}`;
    const made = fact(
      commitmentMade,
      {
        authority: `authority-${uuidV7()}`,
        answers: [],
        themes: [],
        budgetVoted: 900,
      },
      { title: { fr: 'Un banc' } },
    );
    const correction = (event: string, from: number, to: number): NewEvent =>
      fact(
        ENTRY_CORRECTED.commitment,
        { event, field: '/budgetVoted', from: { budgetVoted: from }, to: { budgetVoted: to } },
        { reason: { fr: 'Mal lu.' } },
      );
    const budgets: Projection = {
      name: 'budgets',
      version: 1,
      folds: [
        {
          aggregate: 'commitment',
          concerns: new Set([commitmentMade.type]),
          table: { name: 'budgets_object', columns: { voted: 'int NOT NULL' } },
          evolve: (_, { data }) => data['budgetVoted'] as number,
          row: (voted) => ({ voted }),
        },
      ],
    };
    const [later, atOnce] = [commitment(), commitment()];
    const [first] = await register.append(later, [made]);
    const runner = await prepared([budgets]);
    await runner.catchUp();
    await register.append(later, [correction(first!, 900, 90_000)]);
    const id = uuidV7();
    await register.append(atOnce, [made, correction(id, 900, 70_000)], { ids: [id, uuidV7()] });
    await runner.catchUp();
    const voted = new Map((await rowsOf('budgets_object_v1')).map((row) => [row['stream'], row['voted']]));
    expect(voted).toEqual(
      new Map([
        [later, 90_000],
        [atOnce, 70_000],
      ]),
    );
  });

  describe('an event a projection cannot take', () => {
    it('halts that projection alone, after what came before, with one incident; a restart tries again', async () => {
      const [first, second] = [newContribution(), newContribution()];
      await register.append(first, [deposit(), admission()], { person: 'first' });
      const [bad] = await register.append(second, [deposit('Non')], { person: 'second' });
      await register.append(second, [admission()]);
      const failing = counting('failing', {
        evolve: (state: { events: number } | undefined, { id }) => {
          if (id === bad) throw new Error('cannot take this');
          return { events: (state?.events ?? 0) + 1, title: null };
        },
      });
      const warnings: string[] = [];
      const runner = await prepared([failing, counting('healthy')], {
        onWarning: (message: string) => warnings.push(message),
      });
      expect(await runner.catchUp()).toEqual(['failing']);
      expect(warnings).toEqual([`failing halted at event 2 (${bad!}): cannot take this`]);
      expect(await cursorOf('failing')).toEqual({ size: '2', halted_at: '2' });
      expect(await rowsOf('failing_object_v1')).toMatchObject([{ stream: first, events: 2 }]);
      expect(await cursorOf('healthy')).toEqual({ size: '4', halted_at: null });
      expect(await runner.catchUp()).toEqual(['failing']);
      expect(await rowsOf('incident')).toMatchObject([
        { projection: 'failing', index: '2', event_id: bad, message: 'cannot take this' },
      ]);

      expect(await (await prepared([counting('failing')])).catchUp()).toEqual([]);
      expect(await cursorOf('failing')).toEqual({ size: '4', halted_at: null });
    });

    it('leaves a halted projection alone until it is no longer halted, then follows it again', async () => {
      let cured = false;
      const sick = counting('sick', {
        evolve: (state: { events: number } | undefined) => {
          if (!cured) throw new Error('cannot take this');
          return { events: (state?.events ?? 0) + 1, title: null };
        },
      });
      const runner = await prepared([sick, counting('well')], { lookAtHalted: 50 });
      await runner.start();
      try {
        await register.append(newContribution(), [deposit()], { person: 'someone' });
        await until(async () => (await cursorOf('sick')).halted_at === '0');
        cured = true;
        // As the swap of a rebuild leaves it.
        await register.pool.query(`UPDATE views.projection SET halted_at = NULL WHERE name = 'sick'`);
        await until(async () => (await cursorOf('sick')).size === '1');
      } finally {
        await runner.stop();
      }
    });

    it('is found when only the database refuses what is made of it', async () => {
      await deposits(5);
      const refused = counting('refused', {
        row: ({ events, title }: { events: number; title: { fr: string } }) => ({
          events,
          day: title.fr === 'Banc 3' ? 'no day' : null,
        }),
      });
      const runner = await prepared([refused]);
      expect(await runner.catchUp()).toEqual(['refused']);
      const { size, halted_at } = await cursorOf('refused');
      expect(halted_at).toBe(size);
      const stored = (await register.store.readAll(Number(size), 1))[0]!;
      expect(await rowsOf('incident')).toMatchObject([{ event_id: stored.id }]);
      expect(await rowsOf('refused_event_v1')).toHaveLength(Number(size));
    });

    it('does not include trouble with the database', async () => {
      await deposits(3);
      const runner = await prepared([counting('patient')]);
      const refused = jest
        .spyOn(register.store, 'readAll')
        .mockRejectedValueOnce(new Error('timeout exceeded when trying to connect'));
      await expect(runner.catchUp()).rejects.toThrow('timeout');
      refused.mockRestore();
      expect(await runner.catchUp()).toEqual([]);
      expect(await rowsOf('incident')).toEqual([]);
    });

    it('is not a character PostgreSQL lacks', async () => {
      await deposits(1);
      const spelled = counting('spelled', {
        evolve: () => ({ events: 1, title: 'a\u0000b \\u0000 c' }),
        row: ({ events }: { events: number }) => ({ events }),
      });
      expect(await (await prepared([spelled])).catchUp()).toEqual([]);
      expect(await rowsOf('spelled_object_v1')).toMatchObject([{ state: { title: 'a\ufffdb \\u0000 c' } }]);
    });
  });

  it('feeds an object again when its words become public', async () => {
    const stream = newContribution();
    const runner = await prepared([counting('again')], { batch: 1 });
    await register.append(stream, [deposit('Un banc')], { person: 'someone' });
    await runner.catchUp();
    const [before] = await rowsOf('again_object_v1');
    expect(isWithheld((before!['state'] as { title: unknown }).title)).toBe(true);
    await register.append(stream, [admission()]);
    await runner.catchUp();
    expect(await rowsOf('again_object_v1')).toMatchObject([{ events: 2, state: { title: { fr: 'Un banc' } } }]);
    expect(await rowsOf('again_event_v1')).toHaveLength(2);
  });

  it('does not read an object again whose words were opened after the change', async () => {
    await deposits(10);
    const readLogged = jest.spyOn(register.store, 'readLogged');
    await (await prepared([counting('frugal')], { batch: 1 })).catchUp();
    expect(readLogged).not.toHaveBeenCalled();
  });

  describe('read your writes', () => {
    it('waits for what was written, and is woken by it', async () => {
      const projection = counting('waited');
      const runner = await prepared([projection]);
      await register.append(newContribution(), [deposit()], { person: 'someone' });
      const size = await register.store.size();
      const waiting = register.readYourWrites.wait(size, [projection], 5_000);
      await runner.catchUp();
      expect(await waiting).toBe(true);
    });

    it('gives up after its time, and ignores a size that does not exist', async () => {
      const projection = counting('slow');
      await prepared([projection]);
      await register.append(newContribution(), [deposit()], { person: 'someone' });
      expect(await register.readYourWrites.wait(1, [projection], 300)).toBe(false);
      const began = Date.now();
      expect(await register.readYourWrites.wait(1_000_000, [projection], 5_000)).toBe(true);
      expect(Date.now() - began).toBeLessThan(2_000);
    });
  });
});
