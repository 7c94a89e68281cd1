import { erasureCarriedOut, erasureOrdered, erasureRefused, erasureRequested } from '@fil/facts/events/erasure.events';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { uuidV7 } from '@fil/log/event-store/ids';
import { tellStory, type Story } from '../../test/register/story';
import { fact, TestRegister } from '../../test/register/test-register';
import { VIEW_PROJECTIONS } from './projections';

describe('all views', () => {
  let register: TestRegister;
  let story: Story;

  const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
    (await register.pool.query<Record<string, unknown>>(`SELECT * FROM views.${table} ORDER BY 1, 2`)).rows;

  /** Every table of the views, without the sizes at which words were opened. */
  const everything = async (): Promise<unknown> => {
    const { rows } = await register.pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '_v[0-9]+$' ORDER BY 1`,
    );
    const tables = await Promise.all(
      rows.map(async ({ name }) => [name, (await rowsOf(name)).map(({ opened_at: _, ...row }) => row)]),
    );
    return Object.fromEntries(tables) as unknown;
  };

  const project = async (batch: number): Promise<unknown> => {
    for (const projection of VIEW_PROJECTIONS) {
      expect((await register.rebuild(projection, { batch })).status).toBe('swapped');
    }
    return everything();
  };

  beforeEach(async () => {
    register = await TestRegister.open();
    // Projected while it is written, so that words become public after they were read.
    const live = register.runner();
    await live.start();
    story = await tellStory(register);
    await live.stop();
    expect(await live.catchUp()).toEqual([]);
  });
  afterEach(() => register.close());

  it('made again from the first event equal those made as it happened', async () => {
    const incremental = await everything();
    expect(await project(1)).toEqual(incremental);
    expect(await project(5_000)).toEqual(incremental);
  }, 120_000);

  it('erased after projecting equal projected after erasing', async () => {
    const target = story.contributions.lit;
    await register.vaultStore.eraseKey('person-lit');
    await register.append(`erasure-${uuidV7()}`, [
      fact(erasureOrdered, { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'dpo' }),
      fact(erasureCarriedOut, { target, places: ['key'] }),
    ]);
    expect(await register.runner().catchUp()).toEqual([]);
    const after = await everything();
    expect(JSON.stringify(after)).not.toContain('Les vélos ne se voient pas');
    expect(await project(5_000)).toEqual(after);
  });

  it('erased of everybody, at their request, equal projected after erasing', async () => {
    for (const [name, target] of Object.entries(story.contributions)) {
      const fields = (await register.store.readStream(target))
        .map(toRecordedEvent)
        .flatMap(({ id, sealed }) => Object.keys(sealed).map((path) => ({ event: id, path })));
      await register.vaultStore.eraseKey(`person-${name}`);
      await register.vaultStore.eraseOpenings(fields);
      const asked = { target, what: 'everything', fields: [], by: 'author' } as const;
      await register.append(`erasure-${uuidV7()}`, [
        fact(erasureRequested, asked),
        fact(erasureOrdered, { target, fields, wholeSubject: true, ground: 'subjectRequest', office: 'dpo' }),
        fact(erasureCarriedOut, { target, places: ['key', 'openings'] }),
      ]);
      await register.append(`erasure-${uuidV7()}`, [
        fact(erasureRequested, { ...asked, by: 'office', office: 'dpo' }),
        fact(erasureRefused, { target, ground: 'archives', office: 'dpo' }),
      ]);
    }
    expect(await register.runner().catchUp()).toEqual([]);
    const after = await everything();
    expect(JSON.stringify(after)).not.toContain('Les vélos ne se voient pas');
    expect(await project(5_000)).toEqual(after);
  });

  it('fold everything with the whole vault gone', async () => {
    const count = async (): Promise<unknown> =>
      (await register.pool.query('SELECT count(*) FROM views.history_event_v1')).rows;
    const before = await count();
    const owner = await register.ownerClient();
    await owner.query('DELETE FROM vault.openings; DELETE FROM keys.subject_key');
    await owner.end();
    const bare = JSON.stringify(await project(5_000));
    expect(bare).not.toContain('Zola');
    expect(await count()).toEqual(before);
    expect(
      Object.keys(story.contributions).every((name) =>
        bare.includes(story.contributions[name as keyof Story['contributions']]),
      ),
    ).toBe(true);
  });
});
