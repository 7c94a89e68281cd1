import { commitmentRescheduled } from '@fil/facts/events/commitment.events';
import { ENTRY_CORRECTED } from '@fil/facts/events/correction.events';
import { ERASED, WITHHELD } from '@fil/log/vault/vault';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import { tellStory, TODAY, type Story } from '../../../test/register/story';
import { fact, TestRegister } from '../../../test/register/test-register';
import { ViewReader } from '../reading/view-reader';
import { FindConsultationHandler } from '../consultations/consultations.handlers';
import { FindConsultation } from '../consultations/consultations.query';
import type { Consultation } from '../consultations/consultations.answer';
import { FindThreadHandler } from '../thread/find-thread.handler';
import { FindThread } from '../thread/find-thread.query';
import type { Thread } from '../thread/thread.answer';
import { SeeTimelineHandler } from '../timeline/see-timeline.handler';
import { SeeTimeline, type TimelineFilters } from '../timeline/see-timeline.query';
import type { TimelineAnswer } from '../timeline/timeline.answer';

let register: TestRegister;
let story: Story;
let reader: ViewReader;
/** Its deposit was closed two days after it was opened. */
const briefly = `consultation-${uuidV7()}` as const;
/** Admitted two days after it was recorded. */
const admittedLater = `contribution-${uuidV7()}` as const;

beforeAll(async () => {
  register = await TestRegister.open();
  story = await tellStory(register);
  await register.append(
    briefly,
    [
      fact(
        consultationOpened,
        {
          organiser: story.authority,
          level: 'consult',
          addressees: [{ authority: story.authority, promise: { amount: 2, unit: 'months' } }],
          openPoints: [{ id: 'where' }],
          constraints: [],
          decisionPath: [{ step: 'vote', body: 'council', role: 'decides' }],
          channels: ['online'],
          themes: [],
          wordsPublic: 'onAdmission',
        },
        { title: { fr: 'Des bancs' }, openPointTexts: [{ fr: 'Où' }], constraintTexts: [] },
      ),
      fact(depositOpened, {}),
    ],
    { at: '2026-06-16T07:00:00Z' },
  );
  await register.append(
    admittedLater,
    [
      fact(
        contributionRecorded,
        {
          consultation: briefly,
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
  await register.append(briefly, [fact(depositClosed, {})], { at: '2026-06-18T09:00:00Z' });
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

  it('the timeline shows no more words than were public then, and says so', async () => {
    const known = { today: '2026-06-17', knownOn: '2026-06-17' };
    const then = await timeline({ object: admittedLater, order: 'oldest' }, {}, known);
    expect(then.items[0]).toMatchObject({ about: { title: WITHHELD }, words: { title: WITHHELD } });
    expect(then.shown.known!.since.disclosed).toBe(1);
    const now = await timeline({ object: admittedLater, order: 'oldest' });
    expect(now.items[0]).toMatchObject({ about: { title: { fr: 'Plus de bancs' } } });
  });

  it('a consultation has the figures of then, and a thread the day its answer was due then', async () => {
    const consultation = async (knownOn?: string): Promise<Consultation> => {
      const asked = knownOn === undefined ? { today: TODAY } : { today: knownOn, knownOn };
      return (await new FindConsultationHandler(reader).execute(new FindConsultation(briefly, asked)))!;
    };
    expect((await consultation('2026-06-17')).counts).toEqual({ received: 1, published: 0, answered: 0, late: 0 });
    expect((await consultation('2026-06-17')).progress).toEqual({ answered: 0, of: 1 });
    expect((await consultation('2026-06-18')).counts).toEqual((await consultation()).counts);
    expect((await consultation()).counts).toEqual({ received: 1, published: 1, answered: 1, late: 0 });
    const dueOn = async (day?: string) => (await thread(admittedLater, day))!.consultation.dueOn;
    expect([await dueOn('2026-06-17'), await dueOn('2026-06-18'), await dueOn()]).toEqual([
      null,
      '2026-08-18',
      '2026-08-18',
    ]);
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
    const kinds = (await all({ about: story.contributions.grouped }, 200)).map(({ about }) => about.id);
    expect(kinds).toEqual(
      expect.arrayContaining([story.contributions.grouped, story.synthesis, story.commitments.bench]),
    );
    expect(await all({ body: 'nobody' }, 200)).toEqual([]);
    expect((await timeline({}, {}, { today: '2026-01-05', knownOn: '2026-01-05' })).items.length).toBeLessThan(
      rows.length,
    );
  });

  it('sorts and filters by the date as it was corrected, and shows the entry as it was recorded', async () => {
    const object = story.commitments.lighting;
    const [wrong] = await all({ object, order: 'oldest' }, 200);
    await register.append(object, [
      fact(
        ENTRY_CORRECTED.commitment,
        {
          event: wrong!.event,
          field: '/occurredOn',
          from: { occurredOn: wrong!.occurredOn },
          to: { occurredOn: '2031-05' },
        },
        { reason: { fr: 'Une date mal lue.' } },
      ),
    ]);
    expect(await register.runner().catchUp()).toEqual([]);
    const found = await all({ object, from: '2031-05-31', to: '2031-06-30' }, 200);
    expect(found.map(({ event }) => event)).toEqual([wrong!.event]);
    expect(found[0]!.occurredOn).toBe(wrong!.occurredOn);
    expect((await all({ object }, 200))[0]!.event).toBe(wrong!.event);
  });
});
