import { countDue } from '../deadlines/count-due';

/** What an authority promised, as `consultation.opened` says it: a time after the close of the deposit, or a date. */
export interface AnswerPromise {
  readonly amount?: number;
  readonly unit?: 'calendarDays' | 'weeks' | 'months';
  /** `YYYY-MM-DD`. */
  readonly by?: string;
}

/**
 * Last day on which the promise is kept, `YYYY-MM-DD`: deadline rule `promise.answer` (02 §4), counted as every deadline is.
 *
 * @param promise null or absent when nobody promised anything.
 * @param closedOn last day of the deposit, `YYYY-MM-DD`; null while it may still go on.
 * @returns null when nothing is promised, or when the time has not begun to run.
 */
export function answerDueOn(promise: AnswerPromise | null | undefined, closedOn: string | null): string | null {
  if (!promise) return null;
  if (promise.by !== undefined) return promise.by;
  if (closedOn === null || promise.unit === undefined || promise.amount === undefined) return null;
  return countDue({ unit: promise.unit, amount: promise.amount, body: null }, closedOn).dueOn;
}
