import type { When } from '@fil/facts/dates/when';
import type { Standing } from './status-word';

/** Stages to which the source gives a month of their own. */
export const DATED_STAGES = ['studies', 'procedures', 'works'] as const;
export type DatedStage = (typeof DATED_STAGES)[number];

/** A laureate project as one snapshot tells it. Null: the source does not say. */
export interface ProjectRow {
  readonly line: number;
  /** The city's own number; it stays the same over the snapshots. */
  readonly id: string;
  /** Year of the edition of the participatory budget. */
  readonly edition: string;
  readonly title: string | null;
  readonly theme: string | null;
  /** Name of the department in charge. */
  readonly department: string | null;
  readonly budgetCents: number | null;
  readonly address: string | null;
  /** INSEE code; null when the source's code is no municipality and no arrondissement. */
  readonly territory: string | null;
  readonly standing: Standing | null;
  /** Month `YYYY-MM` in which each stage began, or is to begin. */
  readonly months: Readonly<Record<DatedStage, When | null>>;
  /** Month for which delivery is planned. */
  readonly plannedOn: When | null;
  /** Month in which it was, or is to be, opened to the public. */
  readonly openedOn: When | null;
  readonly ideaAddress: string | null;
  readonly projectAddress: string | null;
}

/** A snapshot of the source: which file, and on which day it was taken. */
export interface Snapshot {
  readonly name: '2024' | '2025';
  readonly file: string;
  /** Day `YYYY-MM-DD`. The date at which the file was published; the city's own extraction date is not in the data. */
  readonly takenOn: string;
}
