import { answerDueOn } from './answer-due';

describe('when an answer promised is due', () => {
  it('counts months from date to date', () => {
    expect(answerDueOn({ amount: 3, unit: 'months' }, '2026-03-15')).toBe('2026-06-15');
    expect(answerDueOn({ amount: 14, unit: 'months' }, '2025-12-01')).toBe('2027-02-01');
  });

  it('clamps to the end of a shorter month', () => {
    expect(answerDueOn({ amount: 1, unit: 'months' }, '2026-01-31')).toBe('2026-02-28');
    expect(answerDueOn({ amount: 1, unit: 'months' }, '2028-01-31')).toBe('2028-02-29');
    expect(answerDueOn({ amount: 6, unit: 'months' }, '2026-08-31')).toBe('2027-02-28');
  });

  it('counts weeks and calendar days from the day after the close', () => {
    expect(answerDueOn({ amount: 2, unit: 'weeks' }, '2026-02-20')).toBe('2026-03-06');
    expect(answerDueOn({ amount: 1, unit: 'calendarDays' }, '2026-12-31')).toBe('2027-01-01');
  });

  it('is not a day short across the change of hour', () => {
    expect(answerDueOn({ amount: 30, unit: 'calendarDays' }, '2026-03-15')).toBe('2026-04-14');
  });

  it('takes a date as it stands, also before the close', () => {
    expect(answerDueOn({ by: '2026-10-01' }, '2026-03-15')).toBe('2026-10-01');
    expect(answerDueOn({ by: '2026-10-01' }, null)).toBe('2026-10-01');
  });

  it('does not run while the deposit may go on', () => {
    expect(answerDueOn({ amount: 3, unit: 'months' }, null)).toBeNull();
  });

  it('is never due when nobody promised', () => {
    expect(answerDueOn(null, '2026-03-15')).toBeNull();
    expect(answerDueOn({}, '2026-03-15')).toBeNull();
  });
});
