import { contributionWithdrawn } from '@fil/facts/events/contribution.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, stateAfter } from '../../deciding/specification/given-when-then';
import { contribution } from '../contribution.state';
import { admitted, answered, CONTEXT, recorded } from '../specification/some-mandate';
import { declaredInadmissible, lodged, notPublished } from '../specification/some-moderation';
import { decideAppealLodging } from './lodge-appeal.decide';

const lodge = (about: number, today: string, ...events: NewEvent[]): Decided =>
  decideAppealLodging(
    stateAfter(contribution, recorded(), ...events),
    { event: givenEventId(about), text: { fr: 'Relisez-moi.' } },
    { ...CONTEXT, today },
  );

describe('asking for re-examination', () => {
  it('names a moderation decision that stands, up to the day it says', () => {
    expectEvents(lodge(1, '2026-05-03', declaredInadmissible('2026-05-03')));
    expectEvents(lodge(1, '2026-05-03', notPublished));
    expect(expectRefusal(lodge(1, '2026-05-04', declaredInadmissible('2026-05-03')))).toBe('appeal.tooLate');
  });

  it('is done once', () => {
    const given = [declaredInadmissible(), lodged(givenEventId(1))];
    expect(expectRefusal(lodge(1, '2026-03-03', ...given))).toBe('appeal.done');
  });

  it('is not for an outcome, which is contested, nor for a decision that no longer stands', () => {
    expect(expectRefusal(lodge(2, '2026-03-03', admitted, answered()))).toBe('appeal.unknownDecision');
    expect(expectRefusal(lodge(1, '2026-03-03', notPublished, admitted))).toBe('appeal.unknownDecision');
  });

  it('is for who still takes part', () => {
    const withdrawn = event(contributionWithdrawn, { data: {}, words: {} });
    expect(expectRefusal(lodge(1, '2026-03-03', declaredInadmissible(), withdrawn))).toBe('contribution.withdrawn');
  });
});
