import type { Channel } from '@fil/facts/codes/contribution';
import type { Progress } from '@fil/facts/codes/progress';
import type { Reason } from '@fil/facts/codes/reason';
import type { OverallStanding } from '@fil/facts/figures/standing';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Shown } from '../reading/shown';

export interface CountOf<C extends string> {
  readonly code: C;
  readonly count: number;
}

/** So many contributions that came this way, were answered so, and of which this was done. */
export interface FlowCell<F extends string = string> {
  readonly from: F;
  readonly outcome: OverallStanding;
  readonly progress: Progress | 'none';
  readonly count: number;
}

/** Counts of contributions; every figure is defined in facts/figures. Voided ones are in none but `voided`. */
export interface ContributionFigures {
  /** Every one recorded, public or not. */
  readonly received: number;
  readonly published: number;
  /** Those for which a ground of moderation was invoked. */
  readonly moderated: number;
  /** A final outcome for each point. */
  readonly answered: number;
  /** Not answered, with at least one provisional outcome. */
  readonly provisional: number;
  /** Not answered and the promised date is over. */
  readonly late: number;
  readonly withdrawn: number;
  readonly transferred: number;
  readonly voided: number;
}

export interface CommitmentFigures {
  readonly made: number;
  readonly done: number;
  readonly abandoned: number;
  /** Planned date over, neither done nor abandoned. */
  readonly late: number;
  /** The rest: neither done, abandoned nor late. */
  readonly waiting: number;
  readonly noNews: number;
  readonly notListed: number;
  /** Those whose date was moved later: how many, days in all, and how many times a date was changed. */
  readonly slipped: number;
  readonly slippedDays: number;
  readonly reschedulings: number;
}

export interface OverviewAnswer {
  readonly shown: Shown;
  /** The day for which lateness is computed. */
  readonly today: string;
  /** Null: all consultations. */
  readonly consultation: { readonly id: string; readonly title: Opened<Text> | null } | null;
  readonly contributions: ContributionFigures;
  readonly commitments: CommitmentFigures;
  /** The three axes. Outcome and progress add up to `received` less voided; a contribution may have several reasons. */
  readonly outcome: readonly CountOf<OverallStanding>[];
  readonly reason: readonly CountOf<Reason>[];
  readonly progress: readonly CountOf<Progress | 'none'>[];
  readonly byChannel: readonly CountOf<Channel | 'concealed'>[];
  /** A contribution counts in each of its themes, or in `none`. */
  readonly byTheme: readonly { readonly theme: Named; readonly count: number }[];
  /** Each contribution once: by its channel; by its first theme (`none` without any). */
  readonly flow: {
    readonly channel: readonly FlowCell<Channel | 'concealed'>[];
    readonly theme: readonly FlowCell[];
    /** Names of the themes in `flow.theme`. */
    readonly themes: readonly Named[];
  };
}
