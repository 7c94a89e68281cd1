/** Those who watch, over the API: a committee and what it finds, a suspended passage, an evaluation anybody recomputes. */
import { recordFacts } from '@fil/facts/figures/record-facts';
import { evaluationResults, evolveTally, type EvaluationTally } from '@fil/facts/figures/evaluation-results';
import { populationOf } from '@fil/facts/figures/sample-population';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { drawSample } from '@fil/log/transparency/draw-sample';
import type { Committee } from '@fil/views/committees/committees.answer';
import type { Evaluation } from '@fil/views/evaluations/evaluations.answer';
import type { Guarantor, GuarantorsAnswer } from '@fil/views/guarantors/guarantors.answer';
import { Api, type Headers } from './api';
import { startApp, type RunningApp } from './running-app';
import { depositIn, foundTown, type Town } from './town';

let running: RunningApp;
let api: Api;
let anybody: Api;
let town: Town;
const TEXT = { fr: 'Un texte du comité.' };

beforeAll(async () => {
  running = await startApp();
  api = new Api(running, { token: (await running.token({ body: 'voirie' })).token });
  anybody = new Api(running);
  town = await foundTown(api);
});
afterAll(() => running.close());

const eventOf = ({ body }: { body: { events: { id: string }[] } }): string => body.events.at(-1)!.id;
const publicEntries = async (size: number): Promise<RecordedEvent[]> =>
  (await running.register.store.readAll(0, size)).map(toRecordedEvent);
/** Once everything recorded so far is shown. */
const shown = async <T>(path: string): Promise<T> => {
  const { status, body } = await anybody.get(`/api/v1/${path}?seen=${await running.logSize()}`);
  expect(status).toBe(200);
  return body as T;
};
const rule = ({ body }: { body: { type?: string } }): string => String(body.type).replace('/problems/', '');

describe('a follow-up committee', () => {
  let committee: string;
  let its: Api;
  beforeAll(async () => {
    committee = await api.create('committees', {
      authority: town.authority,
      code: 'suivi',
      replyDays: 30,
      title: { fr: 'Comité de suivi' },
      mandate: { fr: 'Vérifier que les engagements sont tenus.' },
      neutralityRule: { fr: 'Nul ne se prononce sur ce qui le concerne.' },
    });
    its = api.as(await api.actingAs('committeeMember', 'suivi'));
    await api.record(`committees/${committee}/members`, {
      member: 'a',
      appointedBy: 'residents',
      chosenBy: 'drawnByLot',
      ties: [],
    });
  });

  it('is independent until a member with a tie sits on it: then it verifies nothing', async () => {
    const decision = await api.create('decisions', {
      authority: town.authority,
      kind: 'councilDeliberation',
      body: 'conseil',
      consultations: [town.consultation],
      title: { fr: 'Planter la place' },
    });
    const done = async (): Promise<string> => {
      const commitment = await api.create('commitments', {
        authority: town.authority,
        decision,
        owner: 'voirie',
        title: { fr: 'Douze micocouliers' },
      });
      await api.record(`commitments/${commitment}/completions`, { evidence: ['Procès-verbal'] });
      return commitment;
    };
    const verify = async (commitment: string) => {
      const found = { target: commitment, kind: 'observation', text: TEXT };
      const finding = eventOf(await its.record(`committees/${committee}/findings`, found));
      return its.post(`commitments/${commitment}/verifications`, { committee, finding });
    };
    expect((await shown<Committee>(`committees/${committee}`)).independence).toBe('independent');
    expect((await verify(await done())).status).toBe(201);

    const tied = { member: 'b', appointedBy: 'authority', chosenBy: 'designation', ties: [{ kind: 'contract' }] };
    await api.record(`committees/${committee}/members`, tied);
    expect((await shown<Committee>(`committees/${committee}`)).independence).toBe('mixed');
    const refused = await verify(await done());
    expect([refused.status, rule(refused)]).toEqual([422, 'commitment.committeeNotIndependent']);

    await api.record(`committees/${committee}/departures`, { member: 'b', reason: 'conflictOfInterest' });
    expect((await shown<Committee>(`committees/${committee}`)).independence).toBe('independent');
  });

  it('draws a sample that anybody draws again from the public entries', async () => {
    for (let n = 0; n < 6; n++) await api.record('contributions', depositIn(town.consultation));
    const size = await running.logSize();
    const frozen = await its.record(`committees/${committee}/cuts`, { size });
    const consultation = town.consultation as `consultation-${string}`;
    const population = { of: 'contribution', consultation } as const;
    await its.record(`committees/${committee}/samples`, { cut: eventOf(frozen), population, count: 3 });
    const { cuts, samples } = await shown<Committee>(`committees/${committee}`);
    const { root } = cuts[0]!;
    const ids = populationOf(recordFacts(await publicEntries(size)), population);
    expect(samples[0]).toMatchObject({ populationCount: ids.length, sample: drawSample(root, ids, 3) });
    const again = await its.post(`committees/${committee}/cuts`, { size: size + 1_000 });
    expect([again.status, rule(again)]).toEqual([422, 'log.sizeNotReached']);
  });

  it('records a finding, gets the authority’s reply, and closes it', async () => {
    const found = { target: town.consultation, kind: 'question', text: { fr: 'Quand ?' } };
    const byAnother = await api.post(`committees/${committee}/findings`, found);
    expect([byAnother.status, rule(byAnother)]).toEqual([403, 'committee.notItsAuthor']);
    const finding = eventOf(await its.record(`committees/${committee}/findings`, found));
    const early = await its.post(`committees/${committee}/finding-closures`, { finding, satisfied: true });
    expect([early.status, rule(early)]).toEqual([409, 'finding.replyAwaited']);
    await api.record(`committees/${committee}/replies`, { finding, decidedBy: 'adjointe', text: { fr: 'En mars.' } });
    await its.record(`committees/${committee}/finding-closures`, { finding, satisfied: true });
    const { findings } = await shown<Committee>(`committees/${committee}`);
    expect(findings.find(({ event }) => event === finding)).toMatchObject({
      text: { fr: 'Quand ?' },
      replies: [{ text: { fr: 'En mars.' }, decidedBy: { code: 'adjointe' } }],
      closed: { satisfied: true },
    });
  });

  it('has a passage suspended: withheld from the public with its tombstone and its reply, then restored', async () => {
    const opinion = { title: { fr: 'Avis' }, text: { fr: 'La personne nommée ici a tort.' } };
    const event = eventOf(await its.record(`committees/${committee}/opinions`, opinion));
    const opinionShown = async () => {
      const { opinions, suspensions } = await shown<Committee>(`committees/${committee}`);
      return { opinion: opinions.find((one) => one.event === event), suspensions };
    };
    expect((await opinionShown()).opinion).toMatchObject(opinion);
    const suspension = eventOf(
      await api.record(`committees/${committee}/suspensions`, {
        event,
        paths: ['/text'],
        ground: 'defamation',
        notifiedOn: '2026-01-15',
        shown: { fr: 'Passage suspendu.' },
      }),
    );
    await its.record(`committees/${committee}/suspension-replies`, { suspension, text: { fr: 'Nous maintenons.' } });
    const suspended = await opinionShown();
    expect(suspended.opinion).toMatchObject({ title: opinion.title, text: { withheld: true } });
    expect(JSON.stringify(suspended)).not.toContain('a tort');
    expect(suspended.suspensions).toMatchObject([
      {
        of: event,
        paths: ['/text'],
        shownInstead: { fr: 'Passage suspendu.' },
        reply: { text: { fr: 'Nous maintenons.' } },
      },
    ]);
    await api.record(`committees/${committee}/restorations`, { suspension });
    const restored = await opinionShown();
    expect(restored.opinion).toMatchObject(opinion);
    expect(restored.suspensions[0]!.restored).not.toBeNull();
  });
});

it('a consultation without a guarantor says so, and a guarantor is the only one to write in its name', async () => {
  const listed = () =>
    shown<GuarantorsAnswer>(`guarantors`).then(() =>
      anybody.get(`/api/v1/guarantors?consultation=${town.consultation}`),
    );
  expect((await listed()).body).toMatchObject({ watched: false, items: [] });
  const guarantor = await api.create('guarantors', {
    authority: town.authority,
    code: 'garante',
    appointedBy: 'cndp',
    chosenBy: 'fromList',
    title: { fr: 'Garante' },
  });
  expect((await listed()).body).toMatchObject({ watched: true, items: [{ id: guarantor, title: { fr: 'Garante' } }] });
  const refused = await api.post(`guarantors/${guarantor}/recommendations`, { text: TEXT });
  expect([refused.status, rule(refused)]).toEqual([403, 'guarantor.notItsAuthor']);
  await api
    .as(await api.actingAs('guarantor', 'garante'))
    .record(`guarantors/${guarantor}/recommendations`, { text: TEXT });
  expect((await shown<Guarantor>(`guarantors/${guarantor}`)).recommendations).toMatchObject([
    { text: TEXT, answers: [] },
  ]);
});

describe('an evaluation', () => {
  it('takes one answer from each, and publishes results that the public entries give again', async () => {
    const evaluation = await api.create('evaluations', {
      authority: town.authority,
      target: town.consultation,
      phase: 'after',
      criteria: ['trust', 'calm', 'inclusion'].map((id) => ({ id, form: 'scale' })),
      from: '2020-01-01',
      to: '2099-12-31',
      facilitator: 'animatrice',
      title: { fr: 'Évaluation de la démarche' },
      method: { fr: 'Questionnaire.' },
      criterionTexts: [
        { fr: 'Avez-vous confiance dans la suite ?' },
        { fr: 'Les échanges ont-ils été sereins ?' },
        { fr: 'Chacun a-t-il pu prendre part ?' },
      ],
    });
    const headers: Headers = await api.actingAs('facilitator', 'animatrice');
    const its = api.as(headers);
    const answer = (mark: number, by: object) =>
      anybody.post(`evaluations/${evaluation}/responses`, { answers: [{ criterion: 'trust', mark }], ...by });

    const { body: deposited } = await api.record('contributions', depositIn(town.consultation));
    const author = { contribution: deposited.stream, authorKey: deposited.authorKey };
    expect((await answer(5, { ...author, comment: { fr: 'On m’a répondu.' } })).status).toBe(201);
    const second = await answer(1, author);
    expect([second.status, rule(second)]).toEqual([409, 'response.given']);
    const stranger = await answer(1, { ...author, authorKey: '0123-4567-89AB-CDEF-GHJK' });
    expect(stranger.status).toBe(403);

    const issued = await its.record(`evaluations/${evaluation}/invitations`, { count: 5 });
    expect(issued.headers['cache-control']).toBe('no-store');
    for (const [n, invitation] of (issued.body.invitations as string[]).entries())
      expect((await answer([4, 4, 2, 4, 4][n]!, { invitation })).status).toBe(201);

    const byTheAuthority = await api.post(`evaluations/${evaluation}/closings`, { reason: TEXT });
    expect(rule(byTheAuthority)).toBe('evaluation.notItsFacilitator');
    await its.record(`evaluations/${evaluation}/closings`, { reason: { fr: 'Tout le monde a répondu.' } });
    expect((await answer(3, { invitation: '0123-4567-89AB-CDEF-GHJK' })).status).toBe(403);
    const invented = await its.post(`evaluations/${evaluation}/publications`, { limits: TEXT, responses: 60 });
    expect([invented.status, rule(invented)]).toEqual([422, 'evaluation.otherResults']);
    await its.record(`evaluations/${evaluation}/publications`, { limits: { fr: 'Six réponses.' } });
    await api.record(`evaluations/${evaluation}/management-responses`, { text: { fr: 'Nous continuerons.' } });

    const { published, criteria, managementResponses, state } = await shown<Evaluation>(`evaluations/${evaluation}`);
    const tally = (await publicEntries(published!.size)).reduce<EvaluationTally | null>(
      (before, event) => evolveTally(before, evaluation, event),
      null,
    )!;
    const { responses, results } = evaluationResults(tally);
    expect({ responses: published!.responses, state }).toEqual({ responses: 6, state: 'published' });
    expect(responses).toBe(6);
    expect({ criterion: 'trust', ...criteria[0]!.contributors }).toEqual(results[0]);
    // Two small groups of one: none is told, nor the one from which they could be computed back.
    expect(criteria[0]!.contributors).toMatchObject({ answers: 6, doubledMedian: 8 });
    expect(criteria[0]!.contributors!.distribution.map(({ count }) => count)).toEqual([0, null, 0, null, null]);
    expect(managementResponses).toMatchObject([{ text: { fr: 'Nous continuerons.' } }]);
  });
});
