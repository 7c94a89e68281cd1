import { ERASED, WITHHELD } from '@fil/log/vault/vault';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { EVENT_DEFINITIONS } from '@fil/facts/events/registry';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import { tellStory, TODAY, type Story } from '../../test/register/story';
import { fact, TestRegister } from '../../test/register/test-register';
import { ListBacklogHandler } from './backlog/list-backlog.handler';
import { ListBacklog } from './backlog/list-backlog.query';
import { FindConsultationHandler, ListConsultationsHandler } from './consultations/consultations.handlers';
import { FindConsultation, ListConsultations } from './consultations/consultations.query';
import { Names } from './names/names';
import { overviewFrom, SeeOverviewHandler } from './overview/see-overview.handler';
import { SeeOverview } from './overview/see-overview.query';
import { ViewReader } from './reading/view-reader';
import { SearchContributionsHandler } from './search/search-contributions.handler';
import { SearchContributions, type SearchFilters } from './search/search-contributions.query';
import type { SearchAnswer } from './search/search.answer';
import { FindThreadHandler } from './thread/find-thread.handler';
import { FindThread, type ThreadReference } from './thread/find-thread.query';
import type { Thread } from './thread/thread.answer';

describe('what people ask', () => {
  let register: TestRegister;
  let story: Story;
  let reader: ViewReader;

  beforeAll(async () => {
    register = await TestRegister.open();
    story = await tellStory(register);
    const runner = register.runner();
    await runner.prepare();
    expect(await runner.catchUp()).toEqual([]);
    reader = new ViewReader(register.dataSource, register.readYourWrites);
  });
  afterAll(() => register.close());

  const asked = { today: TODAY };
  const thread = async (reference: ThreadReference): Promise<Thread> =>
    (await new FindThreadHandler(reader).execute(new FindThread(reference, asked)))!;
  const of = (name: keyof Story['contributions']): Promise<Thread> => thread({ id: story.contributions[name] });

  it('tells a story in which every type of event occurs', async () => {
    const types = new Set((await register.store.readAll(0, 1000)).map(({ type }) => type));
    const missing = EVENT_DEFINITIONS.map(({ type }) => type).filter(
      // A thread has no place for what is about the log itself.
      (type) => !types.has(type) && !/^(?:erasure|log)\./.test(type),
    );
    expect(missing).toEqual([]);
  });

  describe('thread', () => {
    it('shows the answers in order, which one stands, and who gave it', async () => {
      const { points, standing, answered, late } = await of('lit');
      expect([standing, answered, late]).toEqual(['accepted', true, false]);
      const [first, second] = points[0]!.answers;
      expect(first).toMatchObject({
        outcome: 'underReview',
        provisional: true,
        current: false,
        supersededBy: second!.given.event,
      });
      expect(second).toMatchObject({
        outcome: 'accepted',
        current: true,
        justification: { fr: 'Le conseil a voté le plan.' },
        advice: { fr: 'Faisable.' },
        decidedBy: { code: 'deputy', name: { fr: 'Adjointe à l’espace public' } },
        decision: {
          title: { fr: 'Plan d’éclairage' },
          body: { name: { fr: 'Conseil municipal' } },
          votes: { for: 22 },
          act: { date: '2026-04-02' },
        },
      });
    });

    it('shows the slip of a commitment, its reason, and how long before it was announced', async () => {
      const { commitments } = await of('lit');
      expect(commitments).toHaveLength(1);
      expect(commitments[0]).toMatchObject({
        title: { fr: 'Éclairer la rue Zola' },
        progress: 'inProgress',
        owner: { name: { fr: 'Direction de la voirie' } },
        plannedFirst: '2026-05',
        plannedNow: '2026-07',
        slippedDays: 61,
        late: false,
        startedOn: '2026-04-20',
        stage: { stage: 'works', word: 'Travaux' },
        reschedulings: [
          {
            days: 61,
            reasonKind: 'stated',
            reason: { fr: 'Fournisseur en retard' },
            announced: { days: 11, before: true },
          },
        ],
      });
    });

    it('says what the source did not', async () => {
      const { commitments, takenOver } = {
        ...(await of('imported')),
        takenOver: (await of('imported')).recorded.takenOver,
      };
      expect(takenOver).toEqual({ source: 'paris', word: null, notStated: ['author'] });
      expect(commitments[0]).toMatchObject({
        progress: 'abandoned',
        abandoned: { reasonNotStated: true, word: 'Abandonné' },
        reschedulings: [{ from: '2020', to: null, days: null, announced: null, reasonKind: 'notStatedBySource' }],
        notListed: { lastListedOn: '2025-12-02' },
      });
    });

    it('orders the line by when it happened, and says when that was entered later', async () => {
      const { line } = await of('lit');
      expect(line.map(({ type }) => type)).toEqual([
        'contribution.recorded/2',
        'contribution.admitted/1',
        'decision.registered/2',
        'contribution.outcomeGiven/1',
        'contribution.outcomeGiven/1',
        'commitment.made/1',
        'commitment.started/1',
        'commitment.stageReached/1',
        'commitment.progressReported/2',
        'commitment.stageLost/1',
        'commitment.stageReached/1',
        'commitment.rescheduled/1',
      ]);
      const [made] = (await of('imported')).line.filter(({ type }) => type === 'commitment.made/1');
      expect(made).toMatchObject({ occurredOn: '2019-07', enteredOn: '2026-03-02' });
    });

    it('names the constraint of an answer out of scope, and gives each point its own answer', async () => {
      const { points, standing, contests } = await of('twoPoints');
      expect(standing).toBe('mixed');
      expect(points.map((point) => [point.extract, point.standing])).toEqual([
        [{ fr: 'Un banc' }, 'accepted'],
        [{ fr: 'une piscine' }, 'outOfScope'],
      ]);
      expect(points[1]!.answers[0]!.constraint).toEqual({
        id: 'budget',
        kind: 'budget',
        text: { text: { fr: 'Deux millions d’euros' }, source: 'Budget 2026' },
      });
      expect(contests).toMatchObject([{ what: 'outcome', text: { fr: 'Je ne suis pas d’accord.' } }]);
    });

    it('says how far a common answer has come', async () => {
      const { syntheses, points, progress } = await of('grouped');
      const come = { of: 1, answered: 1, waiting: 0, passedOver: 0, passedOverBecause: {} };
      expect(syntheses).toMatchObject([
        {
          title: { fr: 'Ralentir la circulation' },
          members: 1,
          divergences: [{ fr: 'Certains refusent.' }],
          outcome: { reachedThisOne: true, common: { members: 2, progress: come } },
        },
      ]);
      expect(points[0]!.answers[0]!.common).toMatchObject({ members: 2, progress: come });
      // The bench answers the synthesis: it was done, then reopened.
      expect(progress).toBe('inProgress');
    });

    it('keeps both values of a correction', async () => {
      const { channel, corrections } = await of('waiting');
      expect([channel, corrections]).toMatchObject([
        'letter',
        [{ field: '/channel', from: 'counter', to: 'letter', reason: { fr: 'Reçue par courrier' } }],
      ]);
    });

    it('has the text as its author corrected it, and every version, restatement and verdict', async () => {
      const { text, words, contests } = await of('transferred');
      expect(text).toEqual({ fr: 'Plus de trains après 20 heures.' });
      expect(words.versions.map(({ version, text: one }) => [version, one])).toEqual([
        [1, { fr: 'Plus de trains.' }],
        [2, { fr: 'Plus de trains le soir.' }],
        [3, { fr: 'Plus de trains après 20 heures.' }],
      ]);
      expect(words.restatements).toMatchObject([
        {
          stands: false,
          version: 2,
          disputed: { text: { fr: 'J’ai dit : le soir.' } },
          upheld: { by: { code: 'former' } },
        },
        { stands: true, version: 2, reason: { fr: 'Précision de l’auteur.' } },
      ]);
      expect(words.acknowledgements).toMatchObject([{ rule: 'crpa.are', service: { code: 'roads' } }]);
      expect(contests).toMatchObject([{ answer: { verdict: 'changed', text: { fr: 'Nous la reprenons.' } } }]);
      expect(words.followUps).toMatchObject([{ commitment: story.commitments.bench, verdict: 'partly' }]);
    });

    it('is found by number, by source and by old address', async () => {
      const { number, id } = await of('imported');
      expect((await thread({ number: ` ${number.toLowerCase()} ` })).id).toBe(id);
      expect((await thread({ source: { name: 'paris', id: '42' } })).id).toBe(id);
      expect((await thread({ address: 'https://budget.example/projet/42' })).id).toBe(id);
      expect(await thread({ number: 'nothing' })).toBeNull();
    });

    it('withholds the words of what is not admitted, and the facts of what is not public', async () => {
      expect(await of('notAdmitted')).toMatchObject({
        title: WITHHELD,
        text: WITHHELD,
        kind: 'proposal',
        admitted: null,
      });
      expect(await of('restricted')).toMatchObject({
        title: WITHHELD,
        kind: null,
        channel: null,
        sensitivity: 'restricted',
      });
    });
  });

  describe('search', () => {
    const search = (filters: SearchFilters, page = {}): Promise<SearchAnswer> =>
      new SearchContributionsHandler(reader).execute(new SearchContributions(filters, asked, page));
    const titles = async (filters: SearchFilters): Promise<unknown[]> =>
      (await search(filters)).items.map(({ title }) => (title as { fr: string }).fr);

    it.each(['velo', 'vélos', 'VELO école', '"se voient pas"'])(
      'finds « %s » whatever its accents and endings',
      async (q) => {
        expect(await titles({ q })).toEqual(['Éclairer la rue Zola']);
      },
    );

    it('finds the words as their author corrected them', async () => {
      expect(await titles({ q: 'trains soir' })).toEqual([]);
      expect(await titles({ q: '20 heures' })).toEqual(['Le train']);
    });

    it('shows where it was found', async () => {
      const { items } = await search({ q: 'velo' });
      expect(items[0]!.extract).toContainEqual({ text: 'vélos', found: true });
    });

    it('finds nothing that is not public, nor what was voided', async () => {
      for (const q of ['guichet', 'lue', 'essai']) expect(await titles({ q })).toEqual([]);
    });

    it('lists the latest without words, and pages through all of them once', async () => {
      const all = await titles({});
      expect(all).toHaveLength(9);
      const paged: unknown[] = [];
      for (let cursor: string | null = null; ;) {
        const answer: SearchAnswer = await search({}, { cursor, limit: 4 });
        paged.push(...answer.items.map(({ title }) => (title as { fr: string }).fr));
        cursor = answer.next;
        if (!cursor) break;
      }
      expect(paged).toEqual(all);
    });

    it('filters, a merged theme under the one it went into', async () => {
      expect(await titles({ theme: 'schools' })).toEqual(['Deux demandes']);
      expect(await titles({ outcome: 'deferred' })).toEqual(['Planter']);
      expect(await titles({ progress: 'abandoned' })).toEqual(['Jardin partagé']);
      expect(await titles({ consultation: story.takenOver })).toEqual(['Jardin partagé']);
    });

    it('counts what each filter would give with the others kept', async () => {
      const { total, facets } = await search({ outcome: 'pending' });
      expect(total).toBe(2);
      expect(facets.outcome.find(({ value }) => value === 'deferred')).toEqual({ value: 'deferred', count: 1 });
      expect(facets.theme).toMatchObject([{ value: 'mobility', count: 2, name: { fr: 'Déplacements' } }]);
      expect(facets.progress).toEqual([{ value: 'none', count: 2 }]);
    });

    it('takes whatever is typed', async () => {
      for (const q of ['"', "' OR 1=1", '&|!()', '\u0000', '-', 'a'.repeat(500)])
        await expect(search({ q })).resolves.toBeDefined();
      await expect(search({}, { cursor: 'nonsense' })).resolves.toMatchObject({ total: 9 });
    });
  });

  describe('backlog', () => {
    const backlog = async (filters = {}, page = {}) =>
      new ListBacklogHandler(reader).execute(new ListBacklog(filters, asked, page));

    it('lists who waits, longest first, with the days over', async () => {
      const { items, totals } = await backlog();
      expect(items.map(({ id }) => id)).toEqual(
        (['late', 'waiting', 'deferred', 'notAdmitted', 'restricted'] as const).map(
          (name) => story.contributions[name],
        ),
      );
      expect(items[0]).toMatchObject({ standing: 'pending', dueOn: '2026-05-31', daysLate: 15, daysWaiting: 151 });
      expect(items[2]).toMatchObject({ standing: 'deferred', nextAnswerOn: '2026-06', nextAnswerMissed: false });
      expect(totals).toEqual({ waiting: 5, late: 5, announced: 1 });
    });

    it('shows no words that are not public', async () => {
      const { items } = await backlog();
      expect(items.at(-1)).toMatchObject({ title: WITHHELD, published: false });
    });

    it('pages without losing any', async () => {
      const first = await backlog({}, { limit: 3 });
      const rest = await backlog({}, { limit: 3, cursor: first.next });
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual((await backlog()).items.map(({ id }) => id));
      expect(rest.next).toBeNull();
    });

    it('filters by consultation', async () => {
      expect((await backlog({ consultation: story.takenOver })).totals.waiting).toBe(0);
    });
  });

  describe('overview', () => {
    it.each([
      ['all', null],
      ['one consultation', 'consultation'],
    ] as const)('of %s has the numbers of facts/figures', async (_, which) => {
      const consultation = which === null ? null : story.consultation;
      const shown = await new SeeOverviewHandler(reader).execute(
        new SeeOverview({ consultation: consultation ?? undefined }, asked),
      );
      const entries = (await register.store.readAll(0, 10_000)).map(toRecordedEvent);
      const { contributions, commitments } = publishedFigures(entries, TODAY, consultation);
      const names = await Names.read(register.dataSource.manager);
      expect(shown).toEqual(
        overviewFrom(contributions, commitments, names, { shown: shown.shown, today: TODAY, consultation }),
      );
    });

    it('adds up, and names the ids behind a number', async () => {
      const entries = (await register.store.readAll(0, 10_000)).map(toRecordedEvent);
      const {
        contributions: { figures, outcome, progress },
        commitments,
      } = publishedFigures(entries, TODAY);
      const sum = (counted: typeof outcome | typeof progress): number =>
        [...counted.values()].reduce((total, { count }) => total + count, 0);
      expect([sum(outcome), sum(progress)]).toEqual([figures.received.count, figures.received.count]);
      expect(figures.voided.ids).toEqual([story.contributions.voided]);
      expect(new Set(figures.late.ids)).toEqual(
        new Set(
          (['late', 'waiting', 'deferred', 'notAdmitted', 'restricted'] as const).map(
            (name) => story.contributions[name],
          ),
        ),
      );
      expect(commitments).toMatchObject({
        made: { count: 6 },
        abandoned: { count: 1 },
        late: { ids: [story.commitments.bench] },
        slippedDays: 61,
      });
    });
  });

  describe('consultations', () => {
    it('lists them with their counts', async () => {
      const { items } = await new ListConsultationsHandler(reader).execute(new ListConsultations(asked));
      expect(items.find(({ id }) => id === story.consultation)).toMatchObject({
        title: { fr: 'Vivre la rue' },
        deposit: { state: 'closed', openedOn: '2026-01-10', closedOn: '2026-03-31' },
        promised: true,
        watched: true,
        dueOn: '2026-05-31',
        counts: { received: 10, published: 8, late: 5 },
      });
      expect(items.find(({ id }) => id === story.takenOver)).toMatchObject({
        promised: false,
        dueOn: null,
        counts: { late: 0 },
      });
      expect((await of('lit')).consultation.watched).toBe(true);
    });

    it('says that nobody watches over one before a guarantor is appointed or a committee established', async () => {
      const before = { today: '2026-01-06' };
      const { items } = await new ListConsultationsHandler(reader).execute(new ListConsultations(before));
      const find = new FindConsultation(story.consultation, before);
      const found = await new FindConsultationHandler(reader).execute(find);
      const told = await new FindThreadHandler(reader).execute(new FindThread({ id: story.contributions.lit }, before));
      const listed = items.find(({ id }) => id === story.consultation);
      expect([listed, found, told!.consultation].map((one) => one!.watched)).toEqual([false, false, false]);
    });

    it('shows the mandate', async () => {
      const found = await new FindConsultationHandler(reader).execute(new FindConsultation(story.consultation, asked));
      expect(found).toMatchObject({
        organiser: { name: { fr: 'Commune de Vaubelle' } },
        constraints: [{ id: 'budget', text: { source: 'Budget 2026' } }],
        openPoints: [{ id: 'where', text: { fr: 'Où commencer' } }],
        decisionPath: [{ body: { name: { fr: 'Conseil municipal' } } }],
        addressees: [{ dueOn: '2026-05-31' }],
      });
    });
  });

  it('shows what was erased as erased, and finds it no more', async () => {
    const target = story.contributions.lit;
    await register.vaultStore.eraseKey('person-lit');
    await register.append(`erasure-${uuidV7()}`, [
      fact(erasureOrdered, { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'dpo' }),
      fact(erasureCarriedOut, { target, places: ['key'] }),
    ]);
    expect(await register.runner().catchUp()).toEqual([]);
    expect(await of('lit')).toMatchObject({ title: ERASED, text: ERASED, signature: ERASED, standing: 'accepted' });
    const found = await new SearchContributionsHandler(reader).execute(new SearchContributions({ q: 'velo' }, asked));
    expect(found.total).toBe(0);
  });
});
