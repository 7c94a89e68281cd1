import { authorityRegistered, bodyNamed, functionCreated } from '@fil/facts/events/authority.events';
import { consultationOpened } from '@fil/facts/events/consultation.events';
import { contributionAdmitted, contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { followedUp } from '@fil/facts/events/words.events';
import { uuidV7 } from '@fil/log/event-store/ids';
import {
  tellDecisionsAndCommitments,
  type PlanOfTheQuays,
} from '../../../test/register/chapters/decisions-commitments.chapter';
import { fact, TestRegister } from '../../../test/register/test-register';
import { FindDecisionHandler, ListDecisionsHandler } from '../decisions/decisions.handlers';
import { FindDecision, ListDecisions } from '../decisions/decisions.query';
import { ViewReader } from '../reading/view-reader';
import { FindThreadHandler } from '../thread/find-thread.handler';
import { FindThread } from '../thread/find-thread.query';
import { FindCommitmentHandler, ListCommitmentsHandler } from './commitments.handlers';
import { FindCommitment, ListCommitments, type CommitmentFilters } from './commitments.query';
import type { Commitment } from './commitments.answer';

const TODAY = '2026-06-15';
const authority = `authority-${uuidV7()}` as const;
const consultation = `consultation-${uuidV7()}` as const;
const contribution = `contribution-${uuidV7()}` as const;

describe('decisions and commitments', () => {
  let register: TestRegister;
  let told: PlanOfTheQuays;
  let reader: ViewReader;

  beforeAll(async () => {
    register = await TestRegister.open();
    await register.append(authority, [
      fact(authorityRegistered, { siret: '21440109300015' }, { name: { fr: 'Commune de Vaubelle' } }),
      fact(bodyNamed, { body: 'roads', kind: 'department' }, { name: { fr: 'Voirie' } }),
      fact(bodyNamed, { body: 'council', kind: 'council' }, { name: { fr: 'Conseil municipal' } }),
      fact(functionCreated, { function: 'deputy' }, { name: { fr: 'Adjointe' } }),
    ]);
    await register.append(consultation, [
      fact(
        consultationOpened,
        {
          organiser: authority,
          level: 'consult',
          addressees: [],
          openPoints: [],
          constraints: [],
          decisionPath: [
            { step: 'vote', body: 'council', role: 'decides', expectedOn: '2026-03' },
            { step: 'bilan', body: 'roads', role: 'evaluates', expectedOn: '2026-05' },
          ],
          channels: ['online'],
          themes: [],
          wordsPublic: 'onAdmission',
        },
        { title: { fr: 'Les quais' } },
      ),
    ]);
    told = await tellDecisionsAndCommitments(register, { authority, consultation });
    await answered();
    const runner = register.runner();
    await runner.prepare();
    expect(await runner.catchUp()).toEqual([]);
    reader = new ViewReader(register.dataSource, register.readYourWrites);
  });
  afterAll(() => register.close());

  async function answered(): Promise<void> {
    const claims = (await register.store.readStream(told.trees)).filter(({ type }) =>
      type.startsWith('commitment.declaredDone/'),
    );
    await register.append(
      contribution,
      [
        fact(
          contributionRecorded,
          {
            consultation,
            kind: 'proposal',
            channel: 'online',
            language: 'fr',
            authorKind: 'person',
            themes: [],
            sensitivity: 'public',
            attachmentCount: 0,
          },
          { title: { fr: 'Des arbres' }, text: { fr: 'Plantez.' }, authorKey: 'a'.repeat(64) },
        ),
        fact(contributionAdmitted, {}),
        fact(outcomeGiven, {
          point: 1,
          outcome: 'accepted',
          reasons: [],
          commitments: [told.trees],
          decision: told.decision,
          evidenceCount: 0,
          supersedes: null,
        }),
        ...claims.map(({ id }, n) =>
          fact(
            followedUp,
            { commitment: told.trees, declared: id, verdict: n === 0 ? 'notDone' : 'partly' },
            { text: { fr: 'Il en manque.' } },
          ),
        ),
      ],
      { person: 'author' },
    );
  }

  const asked = { today: TODAY };
  const commitment = async (id: string, more: object = {}): Promise<Commitment> =>
    (await new FindCommitmentHandler(reader).execute(new FindCommitment(id, { ...asked, ...more })))!;
  const list = (filters: CommitmentFilters = {}, page = {}) =>
    new ListCommitmentsHandler(reader).execute(new ListCommitments(filters, asked, page));
  const decision = (id: string) => new FindDecisionHandler(reader).execute(new FindDecision(id, asked));

  it('shows the path declared beside the path taken', async () => {
    const { paths } = (await decision(told.decision))!;
    expect(paths).toMatchObject([
      {
        consultation: { id: consultation, title: { fr: 'Les quais' } },
        declared: [
          {
            step: 'vote',
            overdue: false,
            taken: [{ outcome: 'adopted', body: { name: { fr: 'Conseil municipal' } } }],
          },
          { step: 'bilan', overdue: true, taken: [] },
        ],
        beside: [{ step: 'bureau', ofPath: false }],
      },
    ]);
  });

  it('shows the act, the votes, and what became of it', async () => {
    expect(await decision(told.decision)).toMatchObject({
      act: { id: '2026-DELIB-031', subjectCode: '8.4', budgetYear: '2026' },
      votes: { members: 27, present: 25, notTakingPart: 1 },
      reasons: [{ reasons: { fr: 'Les quais sont inondables.' } }],
      standing: 'annulled',
      standingSince: '2026-05-20',
      changes: [
        { kind: 'amended', by: 'council', act: { id: '2026-DELIB-035' } },
        { kind: 'annulled', by: 'court', extent: 'whole' },
      ],
      cases: [
        {
          case: 'recours-1',
          challenged: { by: 'association', caseNumber: 'n° 2600412' },
          suspensions: [{ occurredOn: '2026-04-01' }],
          rulings: [{ outcome: 'annulled', final: false }],
          suspended: false,
        },
      ],
    });
    expect(await decision(told.former)).toMatchObject({
      standing: 'repealed',
      changes: [{ decision: { id: told.decision, title: { fr: 'Plan des quais' } } }],
    });
  });

  it('what rests on an annulled act is shown so; nothing is rewritten', async () => {
    const { restsOnIt } = (await decision(told.decision))!;
    expect(restsOnIt.contributions).toBe(1);
    expect(restsOnIt.commitments.map(({ id }) => id)).toEqual([told.plan, told.trees, told.benches]);
    const thread = await new FindThreadHandler(reader).execute(new FindThread({ id: contribution }, asked));
    expect(thread).toMatchObject({
      standing: 'accepted',
      answered: true,
      actStanding: 'annulled',
      points: [{ answers: [{ outcome: 'accepted', actStanding: 'annulled', decision: { standing: 'annulled' } }] }],
      commitments: [{ id: told.trees, actStanding: 'annulled', progress: 'done' }],
    });
    expect(await commitment(told.plan)).toMatchObject({
      actStanding: 'annulled',
      decisionChanges: [{ kind: 'amended' }, { kind: 'annulled' }],
      decisionCases: [{ case: 'recours-1' }],
    });
  });

  it('weighs the parts of a commitment, with the formula', async () => {
    const { tree, parent } = await commitment(told.plan);
    // (3 × 100 + 1 × 20) ÷ 4
    expect(tree).toMatchObject({
      percent: 80,
      parts: [
        { id: told.trees, weight: 3, percent: 100, progress: 'done', late: false },
        { id: told.benches, title: { fr: 'Poser six bancs' }, weight: 1, percent: 20, known: true },
      ],
    });
    expect(tree!.formula.text.en).toContain('sum (weight × progress of the part)');
    expect(parent).toBeNull();
    expect((await commitment(told.trees)).parent).toMatchObject({ id: told.plan, weight: 3 });
  });

  it('keeps the former version beside the present one, and who held it', async () => {
    const { title, modifications, reassignments, suspensions } = await commitment(told.benches);
    expect(title).toEqual({ fr: 'Poser six bancs' });
    expect(modifications).toMatchObject([
      {
        reason: { fr: 'Le quai est étroit.' },
        before: { title: { fr: 'Poser dix bancs' }, indicator: { fr: 'Bancs posés' }, weight: null },
        after: { title: { fr: 'Poser six bancs' }, indicator: { fr: 'Bancs posés' }, weight: 1 },
      },
    ]);
    expect(reassignments).toMatchObject([{ owner: null, accountable: { from: null, to: { code: 'deputy' } } }]);
    expect(suspensions).toMatchObject([{ until: '2026-05', resumed: { occurredOn: '2026-05-02' } }]);
  });

  it('shows the budget voted, committed and spent, and flags what is over', async () => {
    expect((await commitment(told.trees)).budget).toMatchObject({
      voted: 200_000_00,
      committed: 150_000_00,
      spent: 160_000_00,
      committedOverVoted: false,
      spentOverCommitted: true,
      lines: [{ reference: 'MARCHE-2026-7' }, { reference: 'MANDAT-2026-88' }],
    });
  });

  it('three verdicts stand side by side, none overwrites another', async () => {
    const { verdicts, progress, reopened } = await commitment(told.trees);
    expect(progress).toBe('done');
    expect(verdicts).toMatchObject({
      authority: { given: { occurredOn: '2026-06-10' }, evidenceHashes: [{ item: 1 }] },
      contributors: [
        { contribution, verdict: 'notDone', current: false },
        { contribution, verdict: 'partly', current: true, text: { fr: 'Il en manque.' } },
      ],
      committees: [
        { verdict: 'verified', committee: { title: { fr: 'Comité des quais' } }, current: false },
        { verdict: 'contested', finding: { text: { fr: 'Douze sont morts.' } }, current: false },
      ],
    });
    expect(reopened).toMatchObject([{ finding: { committee: told.committee } }]);
  });

  it('shows under which council it was made, and whether the new one took it over', async () => {
    expect((await commitment(told.benches)).councils).toMatchObject({
      madeUnder: null,
      inOffice: '2026-2032',
      review: { reviewBy: '2026-09-30', state: 'confirmed' },
      shares: [{ mandate: null, slippedDays: 0, daysLate: 0 }],
    });
    expect((await list({ parent: told.plan })).items.map(({ councils }) => councils.review?.state)).toEqual([
      'confirmed',
      'closed',
    ]);
    expect((await commitment(told.plan)).councils.review).toMatchObject({ state: 'awaited' });
    expect((await commitment(told.plan, { today: '2026-10-01' })).councils.review).toMatchObject({ state: 'overdue' });
    expect((await commitment(told.plan, { today: '2027-07-10' })).councils.shares).toEqual([
      { mandate: null, slippedDays: 0, daysLate: 0 },
      { mandate: '2026-2032', slippedDays: 0, daysLate: 10 },
    ]);
  });

  it('lists what matches, page by page', async () => {
    const ids = async (filters: CommitmentFilters): Promise<string[]> =>
      (await list(filters)).items.map(({ id }) => id);
    expect(await ids({})).toEqual([told.benches, told.trees, told.plan]);
    expect(await ids({ parent: told.plan })).toEqual([told.benches, told.trees]);
    expect(await ids({ progress: 'done' })).toEqual([told.trees]);
    expect(await ids({ accountable: 'deputy', authority })).toEqual([told.benches]);
    expect(await ids({ consultation })).toEqual([told.benches, told.trees, told.plan]);
    expect(await ids({ consultation: `consultation-${uuidV7()}` })).toEqual([]);
    expect(await ids({ decision: told.former })).toEqual([]);
    expect(await ids({ lateOnly: true })).toEqual([]);
    const late = await new ListCommitmentsHandler(reader).execute(
      new ListCommitments({ lateOnly: true }, { today: '2027-07-01' }),
    );
    expect(late.items.map(({ id }) => id)).toEqual([told.benches, told.plan]);
    expect(late.totals).toEqual({ commitments: 2, late: 2, noNews: 1 });
    const first = await list({}, { limit: 2 });
    expect(first.totals.commitments).toBe(3);
    const second = await list({}, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([told.benches, told.trees, told.plan]);
    expect(second.next).toBeNull();
  });

  it('lists decisions, page by page', async () => {
    const decisions = (naming: string | null, page = {}) =>
      new ListDecisionsHandler(reader).execute(new ListDecisions(naming, asked, page));
    expect((await decisions(consultation)).items).toMatchObject([{ id: told.decision, standing: 'annulled' }]);
    const first = await decisions(authority, { limit: 1 });
    const second = await decisions(authority, { limit: 1, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([told.decision, told.former]);
    expect(second.next).toBeNull();
  });

  it('knows nothing of what is not there', async () => {
    for (const id of ['nothing', `commitment-${uuidV7()}`, told.decision, `decision-${uuidV7()}`]) {
      expect(await commitment(id)).toBeNull();
      if (id !== told.decision) expect(await decision(id)).toBeNull();
    }
  });
});
