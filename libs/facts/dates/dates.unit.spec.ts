import { addDays, addMonths, daysBetween, isPossibleDate, lastDayOfMonth } from './calendar-date';
import { parisDay } from './paris-day';
import { compareWhen, firstDay, isOver, isWhen, lastDay } from './when';

describe('calendar dates', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s + %i months = %s: from date to date, clamped', (date, months, expected) =>
    expect(addMonths(date, months)).toBe(expected),
  );

  it('counts days across months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
    expect(lastDayOfMonth('2025-02')).toBe('2025-02-28');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '0000-01-01', '0099-03-01', '', null, 20260101])(
    '%p is no date',
    (value) => expect(isPossibleDate(value)).toBe(false),
  );
});

describe('when', () => {
  it.each(['2025', '2025-05', '2025-05-31', '2024-04-17/2025-12-02', '2024/2025-05'])(
    '%s is a date as precise as is known',
    (value) => expect(isWhen(value)).toBe(true),
  );
  it.each([
    '0000',
    '0000-05',
    '0099-02',
    '2025-13',
    '2025-05-32',
    '2025/2024',
    '2024/2025/2026',
    'mai 2025',
    '2025-5',
    '/2025',
    '2025/',
  ])('%s is not', (value) => expect(isWhen(value)).toBe(false));

  it('is over when its last day is', () => {
    expect(isOver('2025-05', '2025-05-31')).toBe(false);
    expect(isOver('2025-05', '2025-06-01')).toBe(true);
    expect(isOver('2024-04-17/2025-12-02', '2025-12-02')).toBe(false);
  });

  it('knows its first and last day and orders by them', () => {
    expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([firstDay('2024/2025-05'), lastDay('2024/2025-05')]).toEqual(['2024-01-01', '2025-05-31']);
    expect(['2025-05', '2025-05-10', '2025'].sort(compareWhen)).toEqual(['2025', '2025-05', '2025-05-10']);
  });
});

describe('the day in Paris', () => {
  it('begins at midnight there, summer and winter', () => {
    expect(parisDay('2026-03-02T23:30:00Z')).toBe('2026-03-03');
    expect(parisDay('2026-07-01T22:00:00Z')).toBe('2026-07-02');
    expect(parisDay('2026-07-01T21:59:59Z')).toBe('2026-07-01');
  });
});
