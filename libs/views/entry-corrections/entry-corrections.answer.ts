/** Errors of entry that were put right, in every object: what the guarantor is told of (02 §2.1). */
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

export interface EntryCorrectionRow {
  readonly given: Happened;
  /** Id of the object, of the event that had it wrong, and which field. */
  readonly object: string;
  readonly event: string;
  /** Such as `/votes`. */
  readonly field: string;
  /** Null where there was, or should be, none. */
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: Opened<Text> | null;
}

export interface EntryCorrectionsAnswer {
  readonly shown: Shown;
  /** How many there are in all. */
  readonly count: number;
  /** The newest first. Those of an object that is not public are counted, and not listed. */
  readonly items: readonly EntryCorrectionRow[];
  readonly next: string | null;
}
