import { addDays, addMonths } from '../dates/calendar-date';

/** What an authority promised, as `consultation.opened` says it: a time after the close of the deposit, or a date. */
export interface AnswerPromise {
  readonly amount?: number;
  readonly unit?: 'calendarDays' | 'weeks' | 'months';
  /** `YYYY-MM-DD`. */
  readonly by?: string;
}

/**
 * Last day on which the promise is kept, `YYYY-MM-DD`: deadline rule `promise.answer` (02 §4). Days are counted from the
 * day after the close; months run from date to date, clamped to the end of a shorter month.
 *
 * @param promise null or absent when nobody promised anything.
 * @param closedOn last day of the deposit, `YYYY-MM-DD`; null while it may still go on.
 * @returns null when nothing is promised, or when the time has not begun to run.
 */
export function answerDueOn(promise: AnswerPromise | null | undefined, closedOn: string | null): string | null {
  if (!promise) return null;
  if (promise.by !== undefined) return promise.by;
  if (closedOn === null || promise.amount === undefined) return null;
  switch (promise.unit) {
    case 'calendarDays':
      return addDays(closedOn, promise.amount);
    case 'weeks':
      return addDays(closedOn, 7 * promise.amount);
    case 'months':
      return addMonths(closedOn, promise.amount);
    default:
      return null;
  }
}
