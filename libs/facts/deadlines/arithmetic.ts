/** How a day was counted, as data: kept in the events, and put into words by `explain`. */
import type { ArithmeticStepCode, NonWorking } from '../codes/deadline-course';
import type { DeadlineUnit } from '../codes/deadline';
import type { Holiday } from '../codes/holiday';

/** Which of the other facts a step has follows from `step`: see `ARITHMETIC_STEPS`. */
export interface ArithmeticStep {
  readonly step: ArithmeticStepCode;
  readonly on?: string;
  readonly to?: string;
  readonly amount?: number;
  readonly unit?: DeadlineUnit;
  readonly why?: NonWorking;
  readonly holiday?: Holiday;
  readonly session?: string;
  readonly body?: string;
}
export type Arithmetic = readonly ArithmeticStep[];

export interface Counted {
  /** Last day, `YYYY-MM-DD`; null while it cannot be known. */
  readonly dueOn: string | null;
  readonly arithmetic: Arithmetic;
}
