/** An authority: who it is made of, when it sits, and what it is bound by, each with its event and its dates. */
import type { Election, ListeningPointKind, Setting, SettingValue } from '@fil/facts/codes/authority';
import type { BasisKind, DeadlineOutput, DeadlineOwer, DeadlineTrigger, DeadlineUnit } from '@fil/facts/codes/deadline';
import type { BodyKind } from '@fil/facts/codes/decision';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { Words } from '../reading/words-of';

export interface AuthoritySummary {
  readonly id: string;
  readonly siret: string | null;
  readonly name: Words;
  readonly website: Words<string>;
  readonly registered: Happened;
}

/** Something under a code that is never used for anything else. */
interface UnderCode {
  readonly code: string;
  /** The name it has now. */
  readonly name: Words;
  readonly began: Happened;
  readonly renamed: readonly (Happened & { readonly name: Words })[];
}

/** The end of something, with who takes over and why. */
interface End extends Happened {
  readonly successor: string | null;
  readonly reason: Words;
}

export interface BodyShown extends UnderCode {
  readonly kind: BodyKind;
  readonly parent: string | null;
  readonly ended: End | null;
}
/** Who decides, never by name. */
export interface FunctionShown extends UnderCode {
  readonly body: Named | null;
  readonly ended: End | null;
}
export interface ThemeShown extends UnderCode {
  readonly merged: (Happened & { readonly into: string; readonly reason: Words }) | null;
}
export interface TerritoryShown extends UnderCode {
  readonly parent: string | null;
  /** Inhabitants; null when not stated. */
  readonly population: number | null;
  /** Large enough to stand in clear on an object that is not public. */
  readonly inClear: boolean;
  readonly ended: End | null;
}

export interface SessionShown {
  readonly session: string;
  readonly body: Named;
  readonly title: Words;
  /** The date it has now, `YYYY-MM-DD`. */
  readonly on: string;
  /** `past`: its date is over; whether it was held is said by what was decided there. */
  readonly state: 'toCome' | 'past' | 'cancelled';
  readonly scheduled: Happened;
  /** Each date it had, and the one it got. */
  readonly moves: readonly (Happened & { readonly from: string; readonly to: string; readonly reason: Words })[];
  readonly cancelled: (Happened & { readonly reason: Words }) | null;
}

/** One version of a rule: a running deadline keeps the one of its trigger. */
export interface RuleVersionShown extends Happened {
  readonly version: number;
  readonly name: Words;
  readonly trigger: DeadlineTrigger;
  readonly output: DeadlineOutput;
  readonly owes: DeadlineOwer;
  readonly amount: number | null;
  readonly unit: DeadlineUnit;
  /** Whose session counts, for `nextSession`; null: the council's. */
  readonly body: Named | null;
  readonly basisKind: BasisKind;
  /** Only statute and regulation may be shown as a legal obligation. */
  readonly legalObligation: boolean;
  readonly source: Words<string>;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** When its text was last checked; null: never. */
  readonly lastChecked: string | null;
  /** Of an amendment. */
  readonly reason: Words;
}
export interface DeadlineRuleShown {
  readonly rule: string;
  /** From the first to the current one. */
  readonly versions: readonly RuleVersionShown[];
  readonly ended: (Happened & { readonly validTo: string; readonly reason: Words }) | null;
}

/** A place or a trade that hears residents, never a name. */
export interface ListeningPointShown {
  readonly point: string;
  readonly kind: ListeningPointKind;
  readonly body: Named | null;
  readonly territory: string | null;
  readonly name: Words;
  readonly reach: Words;
  readonly declared: Happened;
  readonly changed: readonly (Happened & { readonly reason: Words })[];
  readonly closed: (Happened & { readonly reason: Words }) | null;
}

export interface MandateShown extends Happened {
  readonly mandate: string;
  readonly body: Named;
  readonly began: string;
  /** Announced date by which each open commitment is confirmed, modified or abandoned. */
  readonly reviewBy: string;
  readonly note: Words;
}

export interface PreElectionPeriodShown extends Happened {
  readonly period: string;
  readonly election: Election;
  readonly from: string;
  readonly to: string;
  /** Communication waits today. */
  readonly current: boolean;
  readonly note: Words;
}

export interface SettingShown {
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly changes: readonly (Happened & {
    readonly from: SettingValue;
    readonly to: SettingValue;
    readonly reason: Words;
  })[];
}

export interface Authority extends AuthoritySummary {
  readonly shown: Shown;
  readonly address: Words<string>;
  readonly telephone: Words<string>;
  readonly bodies: readonly BodyShown[];
  readonly functions: readonly FunctionShown[];
  readonly themes: readonly ThemeShown[];
  readonly territories: readonly TerritoryShown[];
  /** By date. */
  readonly sessions: readonly SessionShown[];
  readonly deadlineRules: readonly DeadlineRuleShown[];
  readonly listeningPoints: readonly ListeningPointShown[];
  readonly mandates: readonly MandateShown[];
  readonly preElectionPeriods: readonly PreElectionPeriodShown[];
  /** Every setting, also those never changed. */
  readonly settings: readonly SettingShown[];
}

export interface AuthoritiesAnswer {
  readonly shown: Shown;
  /** The latest registered first. */
  readonly items: readonly AuthoritySummary[];
  /** To be given back as `cursor`; null on the last page. */
  readonly next: string | null;
}
