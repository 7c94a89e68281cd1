import { commitmentAbandoned, declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, recordedForm } from '../../deciding/specification/given-when-then';
import { commitment } from '../commitment.state';
import { after, context, fromParis, unmade } from '../specification/some-commitment';
import { decideReopening } from './reopen-commitment.decide';

const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
const abandoned = after(event(commitmentAbandoned, { data: { reasons: [] }, words: {} }));
const reason = { fr: 'Les bancs promis manquent.' };

describe('reopening a commitment', () => {
  it('reopens one that is done, and its claim with it', () => {
    const [reopened] = expectEvents(decideReopening(done, { reason }, context));
    expect(commitment.evolve(done, recordedForm(reopened!, 2) as never)).toMatchObject({
      progress: 'inProgress',
      doneClaim: null,
    });
  });

  it('reopens one that was abandoned', () => {
    expectEvents(decideReopening(abandoned, { reason }, context));
  });

  it('refuses one that is neither done nor abandoned', () => {
    expect(expectRefusal(decideReopening(after(), { reason }, context))).toBe('commitment.notOver');
  });

  it('refuses without a reason, unless a source does not give it', () => {
    expect(expectRefusal(decideReopening(done, {}, context))).toBe('commitment.reasonMissing');
    expectEvents(decideReopening(done, { takenOver: fromParis('reason') }, context));
  });

  it('refuses a commitment that does not exist, and a reopening to come', () => {
    expect(expectRefusal(decideReopening(unmade, { reason }, context))).toBe('commitment.missing');
    expect(expectRefusal(decideReopening(done, { reason, occurredOn: '2026-04' }, context))).toBe('commitment.toCome');
  });
});
