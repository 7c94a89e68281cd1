import type { CONSTRAINT_KINDS, Level, ORIGINS, PATH_ROLES, WORDS_PUBLIC } from '@fil/facts/codes/consultation';
import type { Channel } from '@fil/facts/codes/contribution';
import type { When } from '@fil/facts/dates/when';
import type { Sourced, Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

export interface NamedAuthority {
  readonly id: string;
  readonly name: Opened<Text> | null;
}

export interface ConsultationSummary {
  readonly id: string;
  readonly title: Opened<Text>;
  readonly level: Level;
  readonly organiser: NamedAuthority;
  readonly opened: Happened;
  readonly deposit: {
    readonly state: 'notOpened' | 'open' | 'closed';
    readonly openedOn: When | null;
    readonly until: string | null;
    readonly closedOn: When | null;
  };
  /** False: no authority undertook to answer, and every page says so. */
  readonly promised: boolean;
  /** Date by which the answers are due; null before the close, or without a promise. */
  readonly dueOn: string | null;
  readonly counts: {
    readonly received: number;
    readonly published: number;
    readonly answered: number;
    readonly late: number;
  };
}

export interface AnswerPromise {
  readonly amount?: number;
  readonly unit?: 'calendarDays' | 'weeks' | 'months';
  readonly by?: string;
}

/** A consultation with its mandate: what is open, what is not and why, who answers and by when. */
export interface Consultation extends ConsultationSummary {
  readonly shown: Shown;
  readonly summary: Opened<Text> | null;
  readonly origin: (typeof ORIGINS)[number] | null;
  readonly addressees: readonly {
    readonly authority: NamedAuthority;
    readonly promise: AnswerPromise | null;
    readonly dueOn: string | null;
  }[];
  readonly orderedBy: Named | null;
  readonly animatedBy: Named | null;
  /** Euro cents. */
  readonly amountAtStake: number | null;
  readonly recordedAfterwards: boolean;
  readonly source: { readonly name: string; readonly id: string; readonly address: Opened<string> | null } | null;
  readonly openPoints: readonly { readonly id: string; readonly text: Opened<Text> | null }[];
  readonly constraints: readonly {
    readonly id: string;
    readonly kind: (typeof CONSTRAINT_KINDS)[number];
    readonly text: Opened<Sourced> | null;
  }[];
  readonly decisionPath: readonly {
    readonly step: string;
    readonly body: Named;
    readonly role: (typeof PATH_ROLES)[number];
    readonly expectedOn: When | null;
  }[];
  readonly channels: readonly Channel[];
  readonly depositPeriod: When | null;
  readonly themes: readonly Named[];
  readonly wordsPublic: (typeof WORDS_PUBLIC)[number];
}

export interface ConsultationsAnswer {
  readonly shown: Shown;
  /** Open ones first, then the latest. */
  readonly items: readonly ConsultationSummary[];
}
