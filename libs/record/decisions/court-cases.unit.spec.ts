import { decisionCourtRuled, decisionSuspendedByCourt } from '@fil/facts/events/decision.events';
import type { CaseOutcome } from '@fil/facts/codes/decision';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import { challengeInCourtInput } from './challenge-in-court/challenge-in-court.command';
import { decideChallenge } from './challenge-in-court/challenge-in-court.decide';
import { recordRulingInput } from './record-ruling/record-ruling.command';
import { decideRuling } from './record-ruling/record-ruling.decide';
import { after, challenged, context, notRegistered } from './specification/some-decision';
import { suspendByCourtInput } from './suspend-by-court/suspend-by-court.command';
import { decideSuspensionByCourt } from './suspend-by-court/suspend-by-court.decide';

const inCourt = { case: 'recours-1', court: 'administrativeCourt' as const };
const suspended = event(decisionSuspendedByCourt, { data: inCourt, words: {} });
const ruled = (outcome: CaseOutcome): NewEvent =>
  event(decisionCourtRuled, { data: { ...inCourt, outcome }, words: {} });
const challenge = (more: object, state = after()) =>
  decideChallenge(state, challengeInCourtInput.parse({ ...inCourt, ...more }), context);
const suspend = (state = after(challenged()), more: object = {}) =>
  decideSuspensionByCourt(state, suspendByCourtInput.parse({ ...inCourt, ...more }), context);
const rule = (outcome: CaseOutcome, state = after(challenged()), more: object = {}) =>
  decideRuling(state, recordRulingInput.parse({ ...inCourt, outcome, ...more }), context);

describe('a challenge in court', () => {
  it('has a code in clear; its docket number, which leads to the parties, is sealed', () => {
    const [event] = expectEvents(challenge({ by: 'resident', caseNumber: 'n° 2600123' }));
    expect(event).toMatchObject({ data: { ...inCourt, by: 'resident' }, words: { caseNumber: 'n° 2600123' } });
    expect(JSON.stringify(event!.data)).not.toContain('2600123');
  });

  it('is recorded once, and another beside it', () => {
    expect(expectRefusal(challenge({}, after(challenged())))).toBe('decision.caseExists');
    expectEvents(challenge({ case: 'recours-2' }, after(challenged())));
  });

  it('is known before a court suspends or rules', () => {
    expect(expectRefusal(suspend(after()))).toBe('decision.unknownCase');
    expect(expectRefusal(rule('dismissed', after()))).toBe('decision.unknownCase');
    expect(expectRefusal(rule('dismissed', after(challenged('recours-2'))))).toBe('decision.unknownCase');
  });

  it('is not lodged before the decision was taken, nor in time to come', () => {
    expect(expectRefusal(challenge({ occurredOn: '2025-12-31' }))).toBe('decision.beforeItWasTaken');
    expect(expectRefusal(challenge({ occurredOn: '2026-04' }))).toBe('decision.toCome');
    expect(expectRefusal(challenge({}, notRegistered))).toBe('decision.missing');
    expect(expectRefusal(suspend(notRegistered))).toBe('decision.missing');
    expect(expectRefusal(rule('dismissed', notRegistered))).toBe('decision.missing');
  });
});

describe('a suspension by a court', () => {
  it('is recorded once, until it is lifted', () => {
    expectEvents(suspend());
    expect(expectRefusal(suspend(after(challenged(), suspended)))).toBe('decision.alreadySuspended');
    expectEvents(suspend(after(challenged(), suspended, ruled('suspensionLifted'))));
  });

  it('is not lifted where there is none', () => {
    expect(expectRefusal(rule('suspensionLifted'))).toBe('decision.notSuspended');
    expectEvents(rule('suspensionLifted', after(challenged(), suspended)));
  });

  it('does not fall on what is annulled', () => {
    expect(expectRefusal(suspend(after(challenged(), ruled('annulled'))))).toBe('decision.annulled');
  });
});

describe('a ruling', () => {
  it('of a higher court says whether the annulment is upheld or overturned', () => {
    const annulled = after(challenged(), ruled('annulled'));
    expect(expectRefusal(rule('dismissed', annulled))).toBe('decision.annulledInThisCase');
    expectEvents(rule('annulled', annulled, { court: 'councilOfState', final: true }));
    expectEvents(rule('annulmentOverturned', annulled, { court: 'administrativeAppealCourt' }));
  });

  it('overturns no annulment that nobody pronounced', () => {
    expect(expectRefusal(rule('annulmentOverturned'))).toBe('decision.notAnnulled');
    const overturned = after(challenged(), ruled('annulled'), ruled('annulmentOverturned'));
    expect(expectRefusal(rule('annulmentOverturned', overturned))).toBe('decision.notAnnulled');
    expectEvents(rule('dismissed', overturned));
  });
});
