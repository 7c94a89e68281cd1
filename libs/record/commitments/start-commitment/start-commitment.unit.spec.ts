import { commitmentAbandoned, commitmentStarted, declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { after, context, unmade } from '../specification/some-commitment';
import { decideStart } from './start-commitment.decide';

describe('starting a commitment', () => {
  it('records the day', () => {
    const [started] = expectEvents(decideStart(after(), { occurredOn: '2026-02' }, context));
    expect(started).toMatchObject({ type: 'commitment.started/1', occurredOn: '2026-02' });
  });

  it('refuses one that does not exist', () => {
    expect(expectRefusal(decideStart(unmade, {}, context))).toBe('commitment.missing');
  });

  it('refuses one that has already started', () => {
    expect(expectRefusal(decideStart(after(event(commitmentStarted, { data: {}, words: {} })), {}, context))).toBe(
      'commitment.alreadyStarted',
    );
  });

  it('refuses one that is done or abandoned', () => {
    expect(
      expectRefusal(decideStart(after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} })), {}, context)),
    ).toBe('commitment.done');
    expect(
      expectRefusal(decideStart(after(event(commitmentAbandoned, { data: { reasons: [] }, words: {} })), {}, context)),
    ).toBe('commitment.abandoned');
  });

  it('refuses a start to come', () => {
    expect(expectRefusal(decideStart(after(), { occurredOn: '2026-04' }, context))).toBe('commitment.toCome');
  });
});
