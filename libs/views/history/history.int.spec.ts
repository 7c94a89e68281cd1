import { commitmentRescheduled } from '@fil/facts/events/commitment.events';
import { ERASED, WITHHELD } from '@fil/log/vault/vault';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { fact, TestRegister } from '../../../test/register/test-register';
import { ViewReader } from '../reading/view-reader';
import { FindThreadHandler } from '../thread/find-thread.handler';
import { FindThread } from '../thread/find-thread.query';
import type { Thread } from '../thread/thread.answer';
import { SeeTimelineHandler } from '../timeline/see-timeline.handler';
import { SeeTimeline, type TimelineFilters } from '../timeline/see-timeline.query';
import type { TimelineAnswer } from '../timeline/timeline.answer';

let register: TestRegister;
let story: Story;
let reader: ViewReader;
/** Admitted two days after it was recorded. */
const admittedLater = `contribution-${uuidV7()}` as const;

beforeAll(async () => {
  register = await TestRegister.open();
  story = await tellStory(register);
  await register.append(
    admittedLater,
    [
      fact(
        contributionRecorded,
        {
          consultation: story.consultation,
          sensitivity: 'public',
          kind: 'view',
          channel: 'online',
          language: 'fr',
          themes: [],
          authorKind: 'person',
          attachmentCount: 0,
        },
        { title: { fr: 'Plus de bancs' } },
      ),
    ],
    { person: 'person-benches', at: '2026-06-16T08:00:00Z' },
  );
  const answer = { point: 1, reasons: [], commitments: [], evidenceCount: 0, supersedes: null };
  await register.append(admittedLater, [fact(outcomeGiven, { ...answer, outcome: 'underReview' })], {
    at: '2026-06-16T09:00:00Z',
  });
  await register.append(
    admittedLater,
    [
      fact(contributionAdmitted, {}),
      fact(outcomeGiven, { ...answer, outcome: 'accepted', commitments: [story.commitments.bench] }),
    ],
    { at: '2026-06-18T08:00:00Z' },
  );
  const runner = register.runner();
  await runner.prepare();
  expect(await runner.catchUp()).toEqual([]);
  reader = new ViewReader(register.dataSource, register.readYourWrites);
});
afterAll(() => register.close());

const thread = (id: string, knownOn?: string): Promise<Thread | null> =>
  new FindThreadHandler(reader).execute(
    new FindThread({ id }, knownOn === undefined ? { today: TODAY } : { today: knownOn, knownOn }),
  );
const timeline = (
  filters: TimelineFilters,
  page: SeeTimeline['page'] = {},
  asked: SeeTimeline['asked'] = { today: TODAY },
): Promise<TimelineAnswer> => new SeeTimelineHandler(reader).execute(new SeeTimeline(filters, asked, page));

describe('as known on a day', () => {
  it('the facts are those recorded by then', async () => {
    const then = (await thread(admittedLater, '2026-06-17'))!;
    const now = (await thread(admittedLater))!;
    expect(then.standing).toBe('underReview');
    expect(then.points[0]!.answers).toHaveLength(1);
    expect(then.points[0]!.answers[0]).toMatchObject({ outcome: 'underReview', current: true });
    expect(then.commitments).toEqual([]);
    expect(then.shown.known).toMatchObject({ on: '2026-06-17', since: { restrictions: 0, erased: 0 } });
    expect(then.shown.known!.size).toBeLessThan(now.shown.size);
    expect(now).toMatchObject({ standing: 'accepted', commitments: [{ id: story.commitments.bench }] });
    expect(now.shown.known).toBeUndefined();
  });

  it('nothing was known before it was recorded', async () => {
    expect(await thread(story.contributions.lit, '2025-12-31')).toBeNull();
  });

  it('words made public since are not shown, and it is said', async () => {
    const [then, now] = [await thread(admittedLater, '2026-06-17'), await thread(admittedLater)];
    expect(then).toMatchObject({ title: WITHHELD, admitted: null, shown: { known: { since: { disclosed: 1 } } } });
    expect(now).toMatchObject({ title: { fr: 'Plus de bancs' } });
  });

  it('words erased since are not shown, and counted', async () => {
    const target = story.contributions.twoPoints;
    await register.vaultStore.eraseKey('person-twoPoints');
    await register.append(`erasure-${uuidV7()}`, [
      fact(erasureOrdered, { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'dpo' }),
      fact(erasureCarriedOut, { target, places: ['key'] }),
    ]);
    expect(await register.runner().catchUp()).toEqual([]);
    const then = (await thread(target, '2026-03-31'))!;
    expect(then.text).toEqual(ERASED);
    expect(then.shown.known!.since.erased).toBeGreaterThan(0);
  });
});

describe('the timeline', () => {
  const all = async (filters: TimelineFilters, limit: number): Promise<TimelineAnswer['items']> => {
    const found: TimelineAnswer['items'][number][] = [];
    let cursor: string | null = null;
    do {
      const page = await timeline(filters, { cursor, limit });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  };

  it('has every event of the log once, with its index, however it is paged', async () => {
    const size = await register.store.size();
    const rows = await all({}, 7);
    expect(rows.map(({ index }) => index).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n));
    const oldestFirst = await all({ order: 'oldest' }, 50);
    expect(oldestFirst.map(({ index }) => index)).toEqual(rows.map(({ index }) => index).reverse());
  });

  it('says who did what, in which capacity', async () => {
    const { items } = await timeline({ type: 'commitment.rescheduled', object: story.commitments.lighting });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      type: commitmentRescheduled.type,
      meaning: commitmentRescheduled.meaning,
      about: { kind: 'commitment', id: story.commitments.lighting, title: { fr: 'Éclairer la rue Zola' } },
      words: { reason: { fr: 'Fournisseur en retard' } },
    });
  });

  it('is filtered by object, what follows from it, role, body, type and period', async () => {
    const rows = await all({}, 200);
    const same = async (filters: TimelineFilters, fits: (row: (typeof rows)[number]) => boolean): Promise<void> => {
      const expected = rows.filter(fits).map(({ event }) => event);
      expect(expected.length).toBeGreaterThan(0);
      expect((await all(filters, 200)).map(({ event }) => event)).toEqual(expected);
    };
    await same({ object: story.decision }, ({ about }) => about.id === story.decision);
    await same({ type: 'commitment' }, ({ type }) => type.startsWith('commitment.'));
    await same({ type: 'authority.bodyNamed/1' }, ({ type }) => type === 'authority.bodyNamed/1');
    await same({ role: 'process' }, ({ actor }) => actor.role === 'process');
    await same({ from: '2026-04-02', to: '2026-04-02' }, ({ occurredOn }) => occurredOn === '2026-04-02');
    const follows = await all({ about: story.consultation }, 200);
    const objects = new Set(follows.map(({ about }) => about.id));
    expect([...objects]).toEqual(expect.arrayContaining([story.consultation, story.decision, story.contributions.lit]));
    expect(objects.has(story.takenOver)).toBe(false);
    expect(await all({ body: 'nobody' }, 200)).toEqual([]);
    expect((await timeline({}, {}, { today: '2026-01-05', knownOn: '2026-01-05' })).items.length).toBeLessThan(
      rows.length,
    );
  });
});
