import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { after, closedOn, context, openedOn, unopened } from '../specification/some-consultation';
import { decideDepositClosing } from './close-deposit.decide';

describe('closing the deposit', () => {
  it('records the last day', () => {
    const [closed] = expectEvents(
      decideDepositClosing(after(openedOn('2026-01-10')), { occurredOn: '2026-02-28' }, {}, context),
    );
    expect(closed).toMatchObject({ type: 'consultation.depositClosed/1', occurredOn: '2026-02-28' });
  });

  it('refuses to close what was never opened, or is closed', () => {
    expect(expectRefusal(decideDepositClosing(after(), {}, {}, context))).toBe('consultation.depositNotOpen');
    expect(
      expectRefusal(decideDepositClosing(after(openedOn('2026-01-10'), closedOn('2026-02-10')), {}, {}, context)),
    ).toBe('consultation.depositNotOpen');
  });

  it('refuses to have been closed before it was opened', () => {
    expect(
      expectRefusal(decideDepositClosing(after(openedOn('2026-01-10')), { occurredOn: '2026-01-09' }, {}, context)),
    ).toBe('consultation.depositClosedBeforeOpening');
  });

  it('refuses a consultation that does not exist, and a close to come', () => {
    expect(expectRefusal(decideDepositClosing(unopened, {}, {}, context))).toBe('consultation.missing');
    expect(
      expectRefusal(decideDepositClosing(after(openedOn('2026-01-10')), { occurredOn: '2026-03-04' }, {}, context)),
    ).toBe('consultation.toCome');
  });
});
