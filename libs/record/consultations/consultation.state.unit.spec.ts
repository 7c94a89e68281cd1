import type { NewEvent } from '@fil/facts/kit/event-definition';
import { isDepositOpenOn, lastClosingDay, type OpenedConsultation } from './consultation.state';
import { after, closedOn, openedOn } from './specification/some-consultation';

const TODAY = '2026-03-03';
const lived = (...events: readonly NewEvent[]): OpenedConsultation => after(...events) as OpenedConsultation;

describe('the deposit of a consultation', () => {
  it('is open on the days from its opening to its close, both included', () => {
    const state = lived(openedOn('2026-01-10'), closedOn('2026-02-10'));
    expect(['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map((day) => isDepositOpenOn(state, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is open again after a second opening, and was not between', () => {
    const state = lived(openedOn('2026-01-10'), closedOn('2026-02-10'), openedOn('2026-02-20'));
    expect(['2026-02-05', '2026-02-15', TODAY].map((day) => isDepositOpenOn(state, day))).toEqual([true, false, true]);
  });

  it('ends by itself on the day announced', () => {
    const state = lived(openedOn('2026-01-10', '2026-02-28'));
    expect(isDepositOpenOn(state, '2026-03-01')).toBe(false);
    expect(lastClosingDay(state, '2026-02-28')).toBeNull();
    expect(lastClosingDay(state, '2026-03-01')).toBe('2026-02-28');
  });

  it('was closed on the day announced when the close is recorded later', () => {
    expect(lastClosingDay(lived(openedOn('2026-01-10', '2026-02-28'), closedOn('2026-03-02')), TODAY)).toBe(
      '2026-02-28',
    );
    expect(lastClosingDay(lived(openedOn('2026-01-10', '2026-02-28'), closedOn('2026-02-15')), TODAY)).toBe(
      '2026-02-15',
    );
  });

  it('has no closing day before it opens, nor while it may go on', () => {
    expect(lastClosingDay(lived(), TODAY)).toBeNull();
    expect(lastClosingDay(lived(openedOn('2026-01-10')), TODAY)).toBeNull();
    expect(
      lastClosingDay(lived(openedOn('2026-01-10'), closedOn('2026-02-10'), openedOn('2026-02-20')), TODAY),
    ).toBeNull();
  });

  it('closed in a month is closed when the month is over', () => {
    expect(lastClosingDay(lived(openedOn('2026-01'), closedOn('2026-02')), TODAY)).toBe('2026-02-28');
  });
});
