import type { When } from '@fil/facts/dates/when';

/** An initiative as one state of the register tells it. Null: it does not say. */
export interface InitiativeRow {
  readonly line: number;
  /** `2018/000004`. */
  readonly number: string;
  readonly title: string;
  readonly objective: string | null;
  readonly annex: string | null;
  readonly address: string | null;
  /** The source's own word, such as `Unsuccessful collection`. */
  readonly status: string;
  /** Days by step of its time line. */
  readonly steps: Readonly<Record<string, string>>;
}

/** Something the Commission did, or says it does, because of an initiative. */
export interface EciAction {
  readonly type: string;
  readonly description: string;
  /** The source's word for where a law stands; null for what is no law. */
  readonly status: string | null;
  readonly on: string | null;
  readonly addresses: readonly string[];
}

export interface FollowUp {
  readonly text: string;
  /** Days named in the text, in no order. */
  readonly dates: readonly string[];
}

/** A date by which something was promised, with the words of the promise. */
export interface Promised {
  readonly on: string;
  readonly text: string;
}

/** The Commission's answer to an initiative, and what followed. */
export interface AnswerRow {
  readonly line: number;
  readonly number: string;
  readonly address: string | null;
  readonly answeredOn: string | null;
  readonly text: string | null;
  /** The source's word, such as `Law Promised`. */
  readonly status: string;
  readonly rejected: boolean;
  readonly rejection: string | null;
  readonly communications: readonly { readonly text: string; readonly url: string }[];
  readonly promised: readonly Promised[];
  /** What the follow-up says of dates to come: statements, not the promise. */
  readonly announced: readonly Promised[];
  readonly laws: readonly EciAction[];
  readonly policies: readonly EciAction[];
  readonly followUps: readonly FollowUp[];
  readonly courtCases: readonly string[];
}

/** Both tables of one state of the register, and the days they were taken. */
export interface EciSnapshot {
  /** `2025-11-04`. */
  readonly name: string;
  readonly initiatives: { readonly path: string; readonly takenOn: string };
  readonly answers: { readonly path: string; readonly takenOn: string };
}

/** When something happened of which a later state is the first sign. */
export const between = (from: When | null, to: string): When => (from !== null && from < to ? `${from}/${to}` : to);
