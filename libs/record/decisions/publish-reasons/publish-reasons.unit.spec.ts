import { expectEvents, expectRefusal, someId } from '../../deciding/specification/given-when-then';
import { after, context, notRegistered, REASON } from '../specification/some-decision';
import { publishReasonsInput } from './publish-reasons.command';
import { decideReasons } from './publish-reasons.decide';

const publish = (more: object = {}, state = after()) =>
  decideReasons(state, publishReasonsInput.parse({ reasons: REASON, ...more }), context);

describe('publishing the reasons of a decision', () => {
  it('names the consultation they explain, and the document', () => {
    const more = { consultation: someId('consultation'), document: 'ab'.repeat(32) };
    expect(expectEvents(publish(more))[0]).toMatchObject({ data: more, words: { reasons: REASON } });
    expectEvents(publish());
  });

  it('refuses a consultation to which the decision does not belong', () => {
    expect(expectRefusal(publish({ consultation: someId('consultation', 2) }))).toBe('decision.otherConsultation');
  });

  it('refuses a decision that is not registered, a day to come, and one before it was taken', () => {
    expect(expectRefusal(publish({}, notRegistered))).toBe('decision.missing');
    expect(expectRefusal(publish({ occurredOn: '2026-04' }))).toBe('decision.toCome');
    expect(expectRefusal(publish({ occurredOn: '2025' }))).toBe('decision.beforeItWasTaken');
  });
});
