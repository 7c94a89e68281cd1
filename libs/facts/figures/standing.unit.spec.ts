import { CONTRIBUTION_EVENTS } from '../events/contribution.events';
import { namedVersion } from '../kit/event-definition';
import type { FactEvent } from './fact-event';
import {
  evolveContribution,
  isAnswered,
  isProvisional,
  isSettled,
  nextAnswerOn,
  overallStanding,
  type ContributionFacts,
} from './standing';

const STREAM = 'contribution-018f6b1e-7c00-7000-8000-000000000002';

const fold = (...events: readonly [type: string, data?: Record<string, unknown>][]): ContributionFacts =>
  [['recorded', RECORDED] as const, ...events].reduce<ContributionFacts | null>(
    (facts, [name, data = {}], index) =>
      evolveContribution(facts, {
        index,
        id: `event-${index}`,
        type: CONTRIBUTION_EVENTS.find(({ type }) => namedVersion(type).name === `contribution.${name}`)?.type ?? name,
        stream: STREAM,
        at: '2026-03-02T23:30:00Z',
        occurredOn: null,
        cause: null,
        data,
      } satisfies FactEvent),
    null,
  )!;

const RECORDED = {
  consultation: 'consultation-018f6b1e-7c00-7000-8000-000000000001',
  sensitivity: 'public',
  kind: 'proposal',
  channel: 'online',
  themes: ['mobility'],
};
const outcome = (given: string, more: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
  'outcomeGiven',
  { point: 1, outcome: given, reasons: [], commitments: [], ...more },
];

describe('where a contribution stands', () => {
  it('waits until it has an answer', () => {
    const facts = fold();
    expect([overallStanding(facts), isAnswered(facts), isSettled(facts)]).toEqual(['pending', false, false]);
  });

  it('was received the day it was written in Paris when nothing else is said', () => {
    expect(fold().receivedOn).toBe('2026-03-03');
  });

  it('is not answered by a provisional outcome, which says when the answer comes', () => {
    const facts = fold(outcome('underReview', { answerOn: '2026-09' }));
    expect([isAnswered(facts), isProvisional(facts), nextAnswerOn(facts)]).toEqual([false, true, '2026-09']);
  });

  it('is answered by a final outcome for each point, and not before', () => {
    const two = [
      ['pointMarked', { point: 1 }] as [string, object],
      ['pointMarked', { point: 2 }] as [string, object],
    ] as never[];
    const first = fold(...two, outcome('accepted'));
    expect([overallStanding(first), isAnswered(first)]).toEqual(['pending', false]);
    const both = fold(...two, outcome('accepted'), outcome('notAccepted', { point: 2 }));
    expect([overallStanding(both), isAnswered(both)]).toEqual(['mixed', true]);
  });

  it('follows the last answer of a point', () => {
    expect(overallStanding(fold(outcome('notAccepted'), outcome('accepted')))).toBe('accepted');
  });

  it('owes nothing once transferred, without counting as answered', () => {
    const facts = fold(['transferred', {}]);
    expect([overallStanding(facts), isAnswered(facts), isSettled(facts)]).toEqual(['transferred', false, true]);
  });

  it('can be answered after a transfer', () => {
    expect(overallStanding(fold(['transferred', {}], outcome('answered')))).toBe('answered');
  });

  it('is withdrawn whatever was answered', () => {
    const facts = fold(outcome('accepted'), ['withdrawn']);
    expect([overallStanding(facts), isAnswered(facts), isSettled(facts)]).toEqual(['withdrawn', false, true]);
  });

  it('uses the corrected value', () => {
    expect(fold(['entryCorrected', { channel: 'letter', themes: ['schools'] }])).toMatchObject({
      channel: 'letter',
      themes: ['schools'],
      kind: 'proposal',
    });
  });

  it('leaves a synthesis it was removed from', () => {
    const synthesis = 'synthesis-018f6b1e-7c00-7000-8000-000000000003';
    expect(fold(['groupedInto', { synthesis, point: 1 }], ['removedFrom', { synthesis, point: 1 }]).groupedIn).toEqual(
      [],
    );
  });

  const declared: [string, Record<string, unknown>] = ['declaredInadmissible', { rulesVersion: 1, article: 'a-4' }];

  it('owes nothing while it is inadmissible, which is no answer', () => {
    const facts = fold(['admitted'], declared);
    expect([overallStanding(facts), isAnswered(facts), isSettled(facts)]).toEqual(['inadmissible', false, true]);
    expect(facts).toMatchObject({ moderated: true, published: false });
  });

  it('waits again once a re-examination reversed that, and stays counted among those moderated', () => {
    const lodged: [string, Record<string, unknown>] = ['appealLodged', { event: 'event-1' }];
    const decided = (result: string): [string, Record<string, unknown>] => [
      'appealDecided',
      { appeal: 'event-2', result },
    ];
    const reversed = fold(declared, lodged, decided('reversed'), ['admitted']);
    expect(overallStanding(reversed)).toBe('pending');
    expect(reversed).toMatchObject({ moderated: true, published: true });
    expect(overallStanding(fold(declared, lodged, decided('upheld')))).toBe('inadmissible');
    // Of an object that is not public, which request was decided is not known.
    expect(overallStanding(fold(declared, ['appealLodged'], ['appealDecided']))).toBe('inadmissible');
  });

  it('is moderated when a ground was invoked, and still waits for its answer', () => {
    for (const given of [['redacted'], ['notPublished']] as [string][]) {
      const facts = fold(['admitted'], given);
      expect([facts.moderated, overallStanding(facts)]).toEqual([true, 'pending']);
    }
    expect(fold(['admitted'], ['redacted']).published).toBe(true);
    expect(fold(['admitted'], ['notPublished']).published).toBe(false);
  });

  it('is published once its disclosure is authorised', () => {
    const disclosed = fold(['disclosureAuthorised', { kind: 'view', channel: 'fieldReport', themes: ['nature'] }]);
    expect(disclosed).toMatchObject({ published: true, kind: 'view', channel: 'fieldReport', themes: ['nature'] });
    // What was answered before is told then, and no longer keeps from waiting what has no final answer.
    const answers = [{ point: 2, event: 'event-1', outcome: 'underReview' }];
    const waiting = fold(['outcomeGiven'], ['disclosureAuthorised', { points: 2, answers }]);
    expect([overallStanding(waiting), isProvisional(waiting)]).toEqual(['pending', true]);
    const told = { point: 1, outcome: 'accepted', reasons: ['safety'], commitments: [] };
    const opened = fold(
      ['outcomeGiven', told],
      ['disclosureAuthorised', { answers: [{ point: 1, event: 'event-1', outcome: 'accepted' }] }],
    );
    expect(opened.points[1]!.answer!.reasons).toEqual(['safety']);
  });

  it('is inadmissible no more once it is disclosed: what reversed that decision is sealed', () => {
    const sealed = { consultation: RECORDED.consultation, sensitivity: 'restricted' };
    const told: readonly [string, Record<string, unknown>][] = [
      ['declaredInadmissible', sealed],
      ['appealLodged', sealed],
    ];
    expect(overallStanding(fold(...told))).toBe('inadmissible');
    const disclosure: [string, Record<string, unknown>] = [
      'disclosureAuthorised',
      { kind: 'view', points: 0, answers: [] },
    ];
    for (const facts of [fold(...told, ['appealDecided', sealed], disclosure), fold(...told, disclosure)])
      expect([overallStanding(facts), isSettled(facts), facts.moderated]).toEqual(['pending', false, true]);
  });

  it('says nothing of an answer that is not public, but that it was given', () => {
    const hidden = { consultation: RECORDED.consultation, sensitivity: 'restricted' };
    const facts = fold(['outcomeGiven', hidden]);
    expect([overallStanding(facts), isAnswered(facts), isSettled(facts)]).toEqual(['undisclosed', false, true]);
  });
});
