import type { CountWitness, EncounterFormat } from '@fil/facts/codes/encounter';
import type { When } from '@fil/facts/dates/when';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

export interface EncounterSummary {
  readonly id: string;
  readonly title: Opened<Text> | null;
  readonly consultation: { readonly id: string; readonly title: Opened<Text> | null };
  readonly format: EncounterFormat;
  readonly planned: Happened;
  /** When it is, or was, to take place. */
  readonly expectedOn: When | null;
  readonly heldOn: When | null;
  readonly cancelled: boolean;
  readonly participants: number | null;
  /** The number of participants is an estimate. */
  readonly approximate: boolean;
  readonly tables: number | null;
  /** Sheets handed in that are neither blank, nor entered, nor unreadable; under 0 when more were entered. */
  readonly sheetsUnaccounted: number;
}

/** A block of numbers set apart for slips to be printed. */
export interface SlipBlock extends Happened {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

export interface SheetCount extends Happened {
  readonly handedIn: number;
  readonly blank: number;
  readonly presence: readonly CountWitness[];
}

export interface SheetEntry extends Happened {
  readonly entered: number;
  readonly unreadable: number;
  /** Numbers of sheets handed in that were not found again. */
  readonly missing: readonly number[];
  /** Why they are not as many as the sheets handed in. */
  readonly difference: Opened<Text> | null;
}

export interface Encounter extends EncounterSummary {
  readonly shown: Shown;
  /** Question n stands at n − 1. */
  readonly questions: readonly (Opened<Text> | null)[];
  readonly publics: Opened<Text> | null;
  readonly facilitator: Opened<string> | null;
  readonly place: Opened<string> | null;
  readonly territory: string | null;
  readonly source: { readonly name: string; readonly id: string } | null;
  /** Time promised for the minutes, from the day it is held; null: none was. */
  readonly minutesPromise: { readonly amount: number; readonly unit: string } | null;
  readonly postponements: readonly (Happened & { readonly to: When | null; readonly reason: Opened<Text> | null })[];
  readonly cancellation: (Happened & { readonly reason: Opened<Text> | null }) | null;
  readonly held: Happened | null;
  readonly slips: {
    readonly blocks: readonly SlipBlock[];
    readonly allocated: number;
    /** With a contribution that is public. */
    readonly used: number;
    readonly unused: number;
  };
  readonly sheets: {
    /** The last one holds. */
    readonly counts: readonly SheetCount[];
    /** The last one holds. */
    readonly entries: readonly SheetEntry[];
    /** As `sheetsUnaccounted`; null before they were counted. */
    readonly difference: number | null;
    /** True when there is a difference and nobody has said why: the collection cannot close. */
    readonly holdsBack: boolean;
  };
  /** Contributions that are public and were made here. */
  readonly contributions: number;
  readonly minutes: readonly (Happened & {
    readonly sha256: string;
    readonly title: Opened<Text> | null;
    readonly address: Opened<string> | null;
  })[];
  readonly restitutions: readonly (Happened & {
    readonly participants: number | null;
    readonly place: Opened<string> | null;
    readonly note: Opened<Text> | null;
  })[];
}

export interface EncountersAnswer {
  readonly shown: Shown;
  readonly items: readonly EncounterSummary[];
  /** Give it back as `cursor` for the following page; null at the end. */
  readonly next: string | null;
}
