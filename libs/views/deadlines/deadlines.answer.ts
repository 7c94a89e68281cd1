import type { DeadlineOutput, DeadlineOwer, DeadlineTrigger, DeadlineUnit, BasisKind } from '@fil/facts/codes/deadline';
import type { DeadlineState, MoveCause, Oversight, WaiverGround, Warning } from '@fil/facts/codes/deadline-course';
import type { Arithmetic } from '@fil/facts/deadlines/arithmetic';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

/** An event of another object, and when it was recorded. */
export interface Place {
  readonly stream: string;
  readonly event: string;
  /** Last day on which it may have happened. */
  readonly on: string;
  /** Instant it was recorded. */
  readonly at: string;
}

export interface NamedAuthority {
  readonly id: string;
  readonly name: Opened<Text> | null;
}

export interface DeadlineItem {
  readonly id: string;
  readonly rule: {
    readonly code: string;
    /** The version in force at the trigger. */
    readonly version: number;
    readonly name: Opened<Text> | null;
    readonly source: Opened<string> | null;
    readonly basisKind: BasisKind;
    /** Only then may a page say *obligation légale*. */
    readonly legal: boolean;
    /** When its text was last checked; it is for a lawyer to check it again. */
    readonly lastChecked: string | null;
    readonly amount: number | null;
    readonly unit: DeadlineUnit;
  };
  /** What must be produced. */
  readonly output: DeadlineOutput;
  readonly owes: DeadlineOwer;
  /** What started it. */
  readonly trigger: Place & { readonly code: DeadlineTrigger };
  /** The object it is about; null: nothing of this register. */
  readonly about: string | null;
  readonly consultation: string | null;
  /** Of one followed on request: what it is about. */
  readonly subject: Opened<Text> | null;
  /** The authorities that owe it. */
  readonly authorities: readonly NamedAuthority[];
  /** The department or function accountable for it. */
  readonly owner: Named | null;
  readonly state: DeadlineState;
  /** Last day; null while it cannot be known. */
  readonly dueOn: string | null;
  /** Days from today to it; negative once it is over. */
  readonly daysLeft: number | null;
  readonly arithmetic: Arithmetic;
  /** The same in words, one sentence per step. */
  readonly explanation: { readonly fr: readonly string[]; readonly en: readonly string[] };
  /** What was produced; null: nothing yet, or the answers counted in `answers`. */
  readonly produced: (Place & { readonly inTime: boolean }) | null;
  /** Of a consultation: its contributions, and which are settled. */
  readonly answers: {
    readonly inAll: number;
    readonly inTime: number;
    readonly late: number;
    readonly waiting: number;
  } | null;
  /** What the clock found. */
  readonly missed: readonly {
    readonly event: string;
    readonly foundAt: string;
    readonly dueOn: string;
    /** The instant at which that day was over in Paris. */
    readonly dueUntil: string;
    readonly owed: number;
    readonly inAll: number;
    /** The first of those for which it was owed, with what has come since. */
    readonly objects: readonly {
      readonly object: string;
      readonly event: string | null;
      readonly recordedAt: string | null;
    }[];
    /** Declared an error as a whole: both stay. */
    readonly inError: boolean;
  }[];
  readonly missedInError: readonly {
    readonly event: string;
    readonly missed: string;
    readonly oversight: Oversight;
    readonly overlooked: { readonly stream: string; readonly event: string } | null;
    readonly objects: readonly string[];
    readonly on: string;
  }[];
  readonly moved: readonly {
    readonly event: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly why: MoveCause;
    readonly movedBy: { readonly stream: string; readonly event: string };
    readonly on: string;
  }[];
  readonly waived: { readonly event: string; readonly ground: WaiverGround; readonly on: string } | null;
  /** Days on which its owner is warned. */
  readonly warnings: readonly {
    readonly kind: Warning;
    readonly on: string;
    readonly session: string | null;
    readonly sessionOn: string | null;
    /** That day has come. */
    readonly given: boolean;
  }[];
}

/** How many stand where. The three columns of a page are equal: nothing that is late is smaller than what was kept. */
export type DeadlineTotals = Readonly<Record<DeadlineState, number>> & {
  readonly columns: { readonly kept: number; readonly waiting: number; readonly overdue: number };
};

export interface DeadlinesAnswer {
  readonly shown: Shown;
  readonly today: string;
  readonly totals: DeadlineTotals;
  /** The earliest due first; those of which the day is not known last. */
  readonly items: readonly DeadlineItem[];
  readonly next: string | null;
}

/** One deadline, with what its stream says in words. */
export interface DeadlineAnswer extends DeadlineItem {
  readonly shown: Shown;
  readonly events: readonly (Happened & {
    readonly type: string;
    readonly words: Readonly<Record<string, unknown>>;
  })[];
}
