/** Dates computed by hand. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths } from '../dates/calendar-date';
import { countDue, nonWorkingDay, PLAIN_CALENDAR, type Calendar, type CountingRule } from './count-due';
import { explain } from './explain';
import type { Session } from './sessions';

const rule = (amount: number | null, unit: CountingRule['unit'], body: string | null = null): CountingRule => ({
  amount,
  unit,
  body,
});
const due = (start: string, amount: number, unit: CountingRule['unit'], calendar?: Calendar): string | null =>
  countDue(rule(amount, unit), start, calendar).dueOn;

describe('the last day of a deadline', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', 3, '2026-04-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('months run from date to date, clamped: %s and %i months: %s', (start, amount, expected) => {
    expect(due(start, amount, 'months')).toBe(expected);
  });

  it('says that the month was too short', () => {
    const { arithmetic } = countDue(rule(1, 'months'), '2026-01-31');
    expect(arithmetic).toEqual([
      { step: 'from', on: '2026-01-31' },
      { step: 'added', amount: 1, unit: 'months', to: '2026-02-28' },
      { step: 'clamped', on: '2026-02-28', amount: 31 },
      { step: 'due', on: '2026-02-28' },
    ]);
    expect(explain(arithmetic, 'fr')).toEqual([
      'Le délai court à partir du samedi 31 janvier 2026 ; ce jour n’est pas compté.',
      'Avec 1\u00a0mois, on arrive au samedi 28 février 2026.',
      'Ce mois n’a pas de 31 : le délai s’arrête à son dernier jour, le samedi 28 février 2026.',
      'Dernier jour\u00a0: le samedi 28 février 2026, jusqu’à minuit, heure de Paris.',
    ]);
    expect(explain(arithmetic, 'en')[2]).toBe(
      'That month has no day 31: the time ends on its last day, Saturday 28 February 2026.',
    );
  });

  it('counts calendar days and weeks without the day that starts them', () => {
    expect(due('2026-06-10', 30, 'calendarDays')).toBe('2026-07-10');
    expect(due('2026-06-10', 21, 'calendarDays')).toBe('2026-07-01');
    expect(due('2026-12-28', 1, 'weeks')).toBe('2027-01-04');
  });

  it('counts working days from Monday to Friday, without Easter Monday, and names it', () => {
    // Thursday 2 April: 3, 7, 8, 9, 10, 13, 14, 15, 16, 17 (5 is Easter).
    const { dueOn, arithmetic } = countDue(rule(10, 'workingDays'), '2026-04-02');
    expect(dueOn).toBe('2026-04-17');
    expect(arithmetic.slice(2, -1)).toEqual([
      { step: 'weekends', amount: 4 },
      { step: 'holiday', on: '2026-04-06', holiday: 'easterMonday' },
    ]);
    expect(explain(arithmetic, 'fr')[3]).toBe('Le lundi 6 avril 2026 est férié (lundi de Pâques) et n’est pas compté.');
    expect(due('2026-04-03', 1, 'workingDays')).toBe('2026-04-07');
  });

  it('leaves out Good Friday in Alsace and Moselle only', () => {
    const alsace: Calendar = { ...PLAIN_CALENDAR, territory: 'alsaceMoselle' };
    expect(due('2026-04-02', 1, 'workingDays')).toBe('2026-04-03');
    expect(due('2026-04-02', 1, 'workingDays', alsace)).toBe('2026-04-07');
  });

  it('leaves out the holidays of May: 1 May, 8 May, Ascension and Whit Monday', () => {
    // Thursday 30 April 2026: 4 5 6 7 | 11 12 13 15 | 18 19.
    expect(due('2026-04-30', 10, 'workingDays')).toBe('2026-05-19');
  });

  it.each([
    // Monday 2 March: 3, 4 and 5 are the clear days, the 6th is the last on which to act.
    ['2026-03-02', 3, '2026-03-06'],
    // Monday 2 March: 3 to 6 are the clear days; Saturday 7 gives way to Monday 9.
    ['2026-03-02', 4, '2026-03-09'],
    // Monday 30 March 2026 and 5: Sunday 5 April, then Easter Monday: Tuesday 7.
    ['2026-03-30', 5, '2026-04-07'],
  ])('counts neither the first nor the last of clear days: %s and %i: %s', (start, amount, expected) => {
    expect(due(start, amount, 'clearDays')).toBe(expected);
  });

  it('says why the last of clear days is put off', () => {
    const { arithmetic } = countDue(rule(5, 'clearDays'), '2026-03-30');
    expect(arithmetic.filter(({ step }) => step === 'extended')).toEqual([
      { step: 'extended', on: '2026-04-05', to: '2026-04-06', why: 'sunday' },
      { step: 'extended', on: '2026-04-06', to: '2026-04-07', why: 'holiday', holiday: 'easterMonday' },
    ]);
    expect(explain(arithmetic, 'en')[3]).toBe(
      'Monday 6 April 2026 is a public holiday (Easter Monday): the last day is put off to Tuesday 7 April 2026.',
    );
  });

  const session = (code: string, on: string, more: Partial<Session> = {}): Session => ({
    session: code,
    body: 'conseil-municipal',
    on,
    movedFrom: [],
    cancelled: false,
    enteredOn: '2026-01-05',
    ...more,
  });
  const calendar = (...sessions: Session[]): Calendar => ({
    territory: 'france',
    councils: ['conseil-municipal'],
    sessions,
  });
  const next = (...sessions: Session[]) => countDue(rule(null, 'nextSession'), '2026-03-10', calendar(...sessions));

  it('ends with the next session, and follows it when it is moved or cancelled', () => {
    const first = session('2026-2', '2026-03-20');
    const later = session('2026-3', '2026-05-15');
    expect(next(session('2026-1', '2026-03-10'), later, first).dueOn).toBe('2026-03-20');
    const moved = { ...first, on: '2026-04-03', movedFrom: ['2026-03-20'] };
    expect(next(moved, later)).toEqual({
      dueOn: '2026-04-03',
      arithmetic: [
        { step: 'from', on: '2026-03-10' },
        { step: 'sessionMoved', on: '2026-03-20', to: '2026-04-03', session: '2026-2', body: 'conseil-municipal' },
        { step: 'session', on: '2026-04-03', session: '2026-2', body: 'conseil-municipal' },
        { step: 'due', on: '2026-04-03' },
      ],
    });
    expect(next({ ...first, cancelled: true }, later).dueOn).toBe('2026-05-15');
    expect(next({ ...first, cancelled: true }, later).arithmetic[1]).toMatchObject({ step: 'sessionCancelled' });
  });

  it('has no last day while no session is in the calendar; one entered after it was held was none to wait for', () => {
    expect(next()).toMatchObject({ dueOn: null });
    expect(next(session('2026-2', '2026-03-20', { enteredOn: '2026-03-25' })).dueOn).toBeNull();
    expect(next(session('bureau-3', '2026-03-12', { body: 'bureau' })).dueOn).toBeNull();
    expect(explain(next().arithmetic, 'fr').at(-1)).toMatch(/Aucune séance à venir/);
  });

  it('keeps a promise on the day that was promised, a Sunday too, and the earliest of several', () => {
    const promised = (promises: Parameters<typeof countDue>[3]) =>
      countDue(rule(null, 'promised'), '2026-02-28', PLAIN_CALENDAR, promises).dueOn;
    expect(promised([{ by: '2026-03-01' }])).toBe('2026-03-01');
    expect(promised([{ amount: 3, unit: 'months' }, { by: '2026-05-31' }])).toBe('2026-05-28');
    expect(promised([])).toBeNull();
  });
});

describe('any deadline', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));

  it('in months is that of Temporal', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 240 }), (start, months) => {
        expect(addMonths(start, months)).toBe(Temporal.PlainDate.from(start).add({ months }).toString());
      }),
      { numRuns: 200 },
    );
  });

  it('in working or clear days ends on a day to act on, and never early', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('workingDays', 'clearDays'),
        (start, n, unit) => {
          const dueOn = due(start, n, unit)!;
          expect(nonWorkingDay(dueOn, 'france')).toBeNull();
          expect(dueOn >= addDays(start, n)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
