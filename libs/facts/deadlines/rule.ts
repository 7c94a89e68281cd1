/** A deadline rule as it was at some time: who owes what, within how long, and where that comes from. */
import type { BasisKind, DeadlineOutput, DeadlineOwer, DeadlineTrigger, DeadlineUnit } from '../codes/deadline';

/** JSON-serialisable. */
export interface DeadlineRule {
  readonly rule: string;
  /** From 1; a running deadline keeps the one in force at its trigger. */
  readonly version: number;
  readonly trigger: DeadlineTrigger;
  readonly output: DeadlineOutput;
  readonly owes: DeadlineOwer;
  /** Null for `nextSession` and `promised`. */
  readonly amount: number | null;
  readonly unit: DeadlineUnit;
  /** Body whose session counts, for `nextSession`; null: the council. */
  readonly body: string | null;
  readonly basisKind: BasisKind;
  /** Days on which a trigger falls under this version; null: no bound. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** When its text was last checked. */
  readonly lastChecked: string | null;
}
