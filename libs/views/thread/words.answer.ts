/** What is said about the words of a thread: their versions, how they were understood, what was made of them. */
import type {
  AcknowledgementChannel,
  AuthorText,
  ContestVerdict,
  FollowUpVerdict,
  TranscriptionWay,
} from '@fil/facts/codes/words';
import type { Opened } from '@fil/log/vault/vault';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Assisted, OtherWording } from '../reading/wordings';

type Words = Opened<Text> | null;
/** One version of the text: as recorded, as transcribed, or as its author corrected it. */
export interface TextVersion {
  readonly given: Happened;
  /** From 1. */
  readonly version: number;
  /** What this version gives; null for a field that stays as it was. */
  readonly title: Words;
  readonly text: Words;
  /** Set where what was said or written on paper was transcribed. */
  readonly transcribed: {
    readonly way: TranscriptionWay;
    readonly language: string;
    /** Passages marked [illisible]. */
    readonly illegible: number;
    readonly by: Named | null;
    readonly assisted: Assisted;
  } | null;
  /** Set where the author corrected the text. */
  readonly corrected: {
    readonly field: AuthorText;
    readonly reason: Words;
    /** An answer had been given by then, to the version before. */
    readonly afterAnswer: boolean;
  } | null;
}

/** A readable reformulation, beside the verbatim; the last one stands. */
export interface ThreadRestatement {
  readonly given: Happened;
  /** Of which version of the text. */
  readonly version: number;
  readonly by: Named | null;
  readonly assisted: Assisted;
  readonly text: Words;
  /** Event id of the restatement it replaces, and why. */
  readonly replaces: string | null;
  readonly reason: Words;
  readonly stands: boolean;
  readonly disputed: { readonly given: Happened; readonly text: Words } | null;
  readonly upheld: { readonly given: Happened; readonly by: Named | null; readonly reason: Words } | null;
}

export interface ThreadAcknowledgement {
  readonly given: Happened;
  /** The deadline rule that asks for it. */
  readonly rule: string;
  readonly service: Named | null;
  readonly answerBy: string | null;
  readonly channel: AcknowledgementChannel;
}

/** The author's verdict on what the authority declared done. */
export interface ThreadFollowUp {
  readonly given: Happened;
  readonly commitment: string;
  /** Event id of the claim it speaks of. */
  readonly declared: string;
  readonly verdict: FollowUpVerdict;
  readonly text: Words;
}

export interface ContestAnswer {
  readonly given: Happened;
  readonly verdict: ContestVerdict;
  readonly by: Named | null;
  readonly text: Words;
}

/** An error of entry put right in another object of the thread: both values stay. */
export interface EntryCorrection {
  readonly given: Happened;
  readonly object: string;
  /** Id of the event that had it wrong, and which field. */
  readonly event: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: Words;
}

/** What somebody said of a decision or commitment after the close; the others left are counted. */
export interface ThreadObservations {
  readonly object: string;
  readonly left: number;
  readonly published: readonly { readonly given: Happened; readonly text: Words; readonly shortened: boolean }[];
}

export interface ThreadWords {
  /** In order; each field stands as the last version that gives it. */
  readonly versions: readonly TextVersion[];
  readonly restatements: readonly ThreadRestatement[];
  readonly wordings: readonly OtherWording[];
  readonly acknowledgements: readonly ThreadAcknowledgement[];
  readonly themesAssigned: readonly {
    readonly given: Happened;
    readonly from: readonly Named[];
    readonly to: readonly Named[];
    readonly by: Named | null;
  }[];
  readonly followUps: readonly ThreadFollowUp[];
  readonly entryCorrections: readonly EntryCorrection[];
  readonly observations: readonly ThreadObservations[];
}
