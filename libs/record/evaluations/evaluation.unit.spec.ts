import { managementResponseGiven, panelScoreGiven } from '@fil/facts/events/evaluation.events';
import { evaluationResults } from '@fil/facts/figures/evaluation-results';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import type { Decided } from '../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, someId } from '../deciding/specification/given-when-then';
import { decideClosing } from './close-evaluation/close-evaluation.decide';
import type { EvaluationState } from './evaluation.state';
import { decideManagementResponse } from './give-management-response/give-management-response.decide';
import { decidePanelScore } from './give-panel-score/give-panel-score.decide';
import { decideResponse } from './give-response/give-response.decide';
import { decideInvitations } from './issue-invitations/issue-invitations.decide';
import { decideOpening } from './open-evaluation/open-evaluation.decide';
import { decidePublication } from './publish-results/publish-results.decide';
import {
  after,
  closed,
  CONSULTATION,
  context,
  CRITERIA,
  EVALUATION,
  facilitator,
  official,
  others,
  published,
  text,
  TOMORROW,
  town,
  unopened,
} from './specification/some-evaluation';

const DIGEST = 'ab'.repeat(32);
const computed = { size: 3, ...evaluationResults({ criteria: CRITERIA, responses: 0, counts: {} }) };

describe('opening an evaluation', () => {
  const command = {
    authority: someId('authority'),
    target: CONSULTATION,
    criteria: CRITERIA,
    from: '2026-03-01',
    to: '2026-03-31',
    facilitator: 'animatrice',
    title: text,
    method: text,
    criterionTexts: [text, text],
  } as const;
  const open = (more: object = {}, seen: object = {}, state = unopened) =>
    decideOpening(state, { ...command, ...more }, { authority: town, missing: null, ...seen }, context);

  it('of a consultation asks its contributors', () => {
    expect(expectEvents(open())[0]!.data).toMatchObject({ consultations: [CONSULTATION] });
    expect(expectEvents(open({ target: someId('commitment') }))[0]!.data).toMatchObject({ consultations: [] });
    expect(expectRefusal(open({ target: someId('decision'), phase: 'after' }))).toBe(
      'evaluation.phaseOfConsultationOnly',
    );
    expect(expectRefusal(open({}, {}, after()))).toBe('evaluation.exists');
  });

  it('of a consultation before and after it asks for trust, calm and inclusion', () => {
    const asked = (...ids: string[]) => ({
      phase: 'before',
      criteria: ids.map((id) => ({ id, form: 'scale' })),
      criterionTexts: ids.map(() => text),
    });
    expect(expectEvents(open(asked('trust', 'calm', 'inclusion', 'more')))[0]!.data).toMatchObject({ phase: 'before' });
    expect(expectRefusal(open(asked('trust', 'calm')))).toBe('evaluation.phaseCriteria');
    expectEvents(open({ ...asked('trust', 'calm'), phase: undefined }));
  });

  it('names what exists', () => {
    expect(expectRefusal(open({}, { authority: { ...town, exists: false } }))).toBe('authority.unknown');
    expect(expectRefusal(open({}, { missing: { id: CONSULTATION, field: 'target' } }))).toBe(
      'evaluation.unknownObject',
    );
  });

  it('says by which criteria, each with its text', () => {
    expect(expectRefusal(open({ criterionTexts: [text] }))).toBe('evaluation.criterionTexts');
    expect(expectRefusal(open({ criteria: [], criterionTexts: [] }))).toBe('evaluation.criterionTexts');
    expect(expectRefusal(open({ criteria: [CRITERIA[0], CRITERIA[0]] }))).toBe('evaluation.criterionTwice');
    const one = (criterion: object) => open({ criteria: [criterion], criterionTexts: [text] });
    expect(expectRefusal(one({ id: 'a', form: 'choice', choices: ['yes'] }))).toBe('evaluation.choices');
    expect(expectRefusal(one({ id: 'a', form: 'scale', choices: ['yes', 'no'] }))).toBe('evaluation.choices');
  });

  it('says until when, a day to come', () => {
    expectEvents(open({ from: context.today, to: context.today }));
    expect(expectRefusal(open({ to: '2026-02-28' }))).toBe('evaluation.window');
    expect(expectRefusal(open({ from: '2026-04-01' }))).toBe('evaluation.window');
  });
});

describe('an evaluation is conducted by its facilitator', () => {
  const acts: readonly [string, EvaluationState, (state: EvaluationState, actor: Actor) => Decided][] = [
    ['invitations', after(), (state, actor) => decideInvitations(state, [DIGEST], actor, context)],
    [
      'panel score',
      after(),
      (state, actor) =>
        decidePanelScore(state, { criterion: 'trust', mark: 4, evidence: [], explanation: text }, actor, context),
    ],
    ['closing', after(), (state, actor) => decideClosing(state, { reason: text }, actor, context)],
    ['publication', after(closed), (state, actor) => decidePublication(state, { limits: text }, computed, actor)],
  ];
  it.each(acts)('%s', (_, state, act) => {
    expectEvents(act(state, facilitator));
    for (const actor of others) expect(expectRefusal(act(state, actor))).toBe('evaluation.notItsFacilitator');
    expect(expectRefusal(act(unopened, facilitator))).toBe('evaluation.missing');
  });
});

describe('invitations', () => {
  it('are counted in clear, a hundred in an event, until answers are closed', () => {
    const digests = Array.from({ length: 250 }, () => DIGEST);
    const events = expectEvents(decideInvitations(after(), digests, facilitator, context));
    expect(events.map(({ data }) => (data as { count: number }).count)).toEqual([100, 100, 50]);
    expect(expectRefusal(decideInvitations(after(closed), [DIGEST], facilitator, context))).toBe('evaluation.closed');
    const over = { ...context, today: '2026-04-01' };
    expect(expectRefusal(decideInvitations(after(), [DIGEST], facilitator, over))).toBe('evaluation.closed');
  });
});

describe('the panel', () => {
  const score = (state = after(), more: object = {}) =>
    decidePanelScore(
      state,
      { criterion: 'trust', mark: 4, evidence: [DIGEST], explanation: text, ...more },
      facilitator,
      context,
    );

  it('answers each criterion once, in the form it has', () => {
    expectEvents(score(after(), { criterion: 'again', mark: undefined, choice: 'yes' }));
    expect(expectRefusal(score(after(), { criterion: 'inconnu' }))).toBe('criterion.unknown');
    expect(expectRefusal(score(after(), { criterion: 'again' }))).toBe('criterion.wrongAnswer');
    const given = event(panelScoreGiven, {
      data: { criterion: 'trust', mark: 2, evidence: [] },
      words: { explanation: text },
    });
    expect(expectRefusal(score(after(given)))).toBe('panelScore.given');
    expect(expectRefusal(score(after(closed, published)))).toBe('evaluation.published');
  });
});

describe('an answer', () => {
  const answer = (answers: object[], evaluation = after(), given = false, today = context.today) =>
    decideResponse(
      { given },
      EVALUATION,
      { answers: answers as never },
      { evaluation, access: 'authorKey' },
      { ...context, today },
    );
  const mark = { criterion: 'trust', mark: 5 };

  it('is given once', () => {
    expectEvents(answer([mark, { criterion: 'again', choice: 'no' }]));
    expect(expectRefusal(answer([mark], after(), true))).toBe('response.given');
  });

  it('is given within the window, both days included', () => {
    expectEvents(answer([mark], after(), false, '2026-03-01'));
    expectEvents(answer([mark], after(), false, '2026-03-31'));
    for (const day of ['2026-02-28', '2026-04-01'])
      expect(expectRefusal(answer([mark], after(), false, day))).toBe('response.outsideTheWindow');
    expect(expectRefusal(answer([mark], after(closed)))).toBe('response.outsideTheWindow');
    expect(expectRefusal(answer([mark], unopened))).toBe('evaluation.missing');
  });

  it('answers criteria of the evaluation, each once and in its form', () => {
    expect(expectRefusal(answer([]))).toBe('response.answers');
    expect(expectRefusal(answer([mark, mark]))).toBe('response.answers');
    expect(expectRefusal(answer([{ criterion: 'inconnu', mark: 1 }]))).toBe('criterion.unknown');
    expect(expectRefusal(answer([{ criterion: 'trust' }]))).toBe('criterion.wrongAnswer');
    expect(expectRefusal(answer([{ criterion: 'trust', mark: 1, choice: 'yes' }]))).toBe('criterion.wrongAnswer');
    expect(expectRefusal(answer([{ criterion: 'again', choice: 'perhaps' }]))).toBe('criterion.wrongAnswer');
  });
});

describe('closing', () => {
  it('before the day that was announced has a reason', () => {
    expect(expectRefusal(decideClosing(after(), {}, facilitator, context))).toBe('evaluation.closedEarly');
    expectEvents(decideClosing(after(), {}, facilitator, { ...context, today: '2026-04-01' }));
    expect(expectRefusal(decideClosing(after(closed), { reason: text }, facilitator, context))).toBe(
      'evaluation.closed',
    );
  });
});

describe('published results', () => {
  const publish = (state = after(closed), more: object = {}, found: typeof computed | null = computed) =>
    decidePublication(state, { limits: text, ...more }, found, facilitator);

  it('are those that the entries give, refused otherwise', () => {
    expect(expectEvents(publish())[0]!.data).toEqual(computed);
    expectEvents(publish(after(closed), { responses: null, results: computed.results }));
    expect(expectRefusal(publish(after(closed), { responses: 12 }))).toBe('evaluation.otherResults');
    const [first, ...rest] = computed.results;
    const results = [{ ...first!, doubledMedian: 10 }, ...rest];
    expect(expectRefusal(publish(after(closed), { results }))).toBe('evaluation.otherResults');
  });

  it('come once, when answers are closed and the closing is in the log', () => {
    expect(expectRefusal(publish(after()))).toBe('evaluation.open');
    expect(expectRefusal(publish(after(closed, published)))).toBe('evaluation.published');
    expect(expectRefusal(publish(after(closed), {}, null))).toBe('evaluation.closingPending');
  });
});

describe('the authority’s response', () => {
  const respond = (state = after(closed, published), actor: Actor = official, more: object = {}) =>
    decideManagementResponse(state, { text, ...more }, { authority: town }, actor, context);

  it('stands beside published results', () => {
    expectEvents(respond());
    expect(expectRefusal(respond(after(closed)))).toBe('evaluation.notPublished');
    expect(expectRefusal(respond(after(closed, published), facilitator))).toBe('evaluation.byTheAuthority');
    expect(expectRefusal(respond(after(closed, published), official, { decidedBy: 'inconnue' }))).toBe(
      'authority.unknownFunction',
    );
    expect(expectRefusal(respond(after(closed, published), official, { occurredOn: TOMORROW }))).toBe(
      'evaluation.toCome',
    );
  });

  it('is supplemented, never replaced', () => {
    const first = event(managementResponseGiven, { data: {}, words: { text } });
    expect(expectEvents(respond(after(closed, published, first, first)))[0]!.data).toMatchObject({
      supplements: givenEventId(3),
    });
  });
});
