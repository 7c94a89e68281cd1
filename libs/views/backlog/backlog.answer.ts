import type { OverallStanding } from '@fil/facts/figures/standing';
import type { When } from '@fil/facts/dates/when';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named, NamedAuthority } from '../names/named';
import type { Shown } from '../reading/shown';

/** A contribution that still waits for a final answer to one of its points. */
export interface Waiting {
  readonly id: string;
  readonly number: string;
  readonly title: Opened<Text> | null;
  readonly consultation: { readonly id: string; readonly title: Opened<Text> | null };
  readonly themes: readonly Named[];
  /** `pending` or a provisional outcome. */
  readonly standing: OverallStanding;
  readonly receivedOn: When;
  /** Days since it was received (the last day meant by `receivedOn`). */
  readonly daysWaiting: number;
  /** Date promised for the answer; null when nobody promised, or while collection goes on. */
  readonly dueOn: string | null;
  /** Somebody promised an answer; without `dueOn` yet, the time runs from the close of collection. */
  readonly promised: boolean;
  /** Days since that date was over; null when it is not. */
  readonly daysLate: number | null;
  /** Date of the next answer that a provisional outcome announces. */
  readonly nextAnswerOn: When | null;
  /** That date is over too. */
  readonly nextAnswerMissed: boolean;
  /** The department said to be working on it. */
  readonly department: Named | null;
  /** False while its words are not public: the title is then withheld. */
  readonly published: boolean;
}

export interface BacklogAnswer {
  readonly shown: Shown;
  /** The day for which days are counted. */
  readonly today: string;
  /** Of all that match, not only of this page. */
  readonly totals: {
    readonly waiting: number;
    readonly late: number;
    /** Those with a date of the next answer. */
    readonly announced: number;
  };
  /** Longest waiting first. */
  readonly items: readonly Waiting[];
  /**
   * For the filters: what waits by consultation, department and function, with the other filters kept. Codes of two
   * authorities may be the same: each has its row.
   */
  readonly consultations: readonly {
    readonly id: string;
    readonly title: Opened<Text> | null;
    readonly count: number;
  }[];
  readonly departments: readonly {
    readonly department: Named;
    readonly authority: NamedAuthority;
    readonly count: number;
  }[];
  readonly functions: readonly {
    readonly function: Named;
    readonly authority: NamedAuthority;
    readonly count: number;
  }[];
  readonly next: string | null;
}
