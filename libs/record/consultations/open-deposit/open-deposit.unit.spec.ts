import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { after, closedOn, context, openedOn, unopened } from '../specification/some-consultation';
import { decideDepositOpening } from './open-deposit.decide';

describe('opening the deposit', () => {
  it('announces until when', () => {
    expect(expectEvents(decideDepositOpening(after(), { until: '2026-04-30' }, context))[0]).toMatchObject({
      data: { until: '2026-04-30' },
    });
  });

  it('opens again after a close, or after the day announced', () => {
    expectEvents(decideDepositOpening(after(openedOn('2026-01-10'), closedOn('2026-02-10')), {}, context));
    expectEvents(decideDepositOpening(after(openedOn('2026-01-10', '2026-02-28')), {}, context));
  });

  it('refuses to open what is open', () => {
    expect(expectRefusal(decideDepositOpening(after(openedOn('2026-01-10')), {}, context))).toBe(
      'consultation.depositAlreadyOpen',
    );
    expect(expectRefusal(decideDepositOpening(after(openedOn('2026-01-10', '2026-03-03')), {}, context))).toBe(
      'consultation.depositAlreadyOpen',
    );
  });

  it('refuses to have been opened again before the close', () => {
    const closed = after(openedOn('2026-01-10'), closedOn('2026-02-10'));
    expect(expectRefusal(decideDepositOpening(closed, { occurredOn: '2026-02-09' }, context))).toBe(
      'consultation.depositOpenedBeforeClose',
    );
  });

  it('refuses to end before it begins', () => {
    expect(expectRefusal(decideDepositOpening(after(), { until: '2026-03-02' }, context))).toBe(
      'consultation.depositEndsBeforeItBegins',
    );
    expectEvents(decideDepositOpening(after(), { occurredOn: '2026-02', until: '2026-02-15' }, context));
  });

  it('refuses a consultation that does not exist, and an opening to come', () => {
    expect(expectRefusal(decideDepositOpening(unopened, {}, context))).toBe('consultation.missing');
    expect(expectRefusal(decideDepositOpening(after(), { occurredOn: '2026-03-04' }, context))).toBe(
      'consultation.toCome',
    );
  });
});
