/** A thread: everything one page says of a contribution, from what was said to what was done. JSON-serialisable. */
import type { CONSTRAINT_KINDS } from '@fil/facts/codes/consultation';
import type {
  AuthorKind,
  Channel,
  CONTESTABLE,
  ContributionKind,
  Sensitivity,
  VOID_GROUNDS,
} from '@fil/facts/codes/contribution';
import type { DecisionStanding } from '@fil/facts/codes/decision';
import type { Outcome } from '@fil/facts/codes/outcome';
import type { Progress } from '@fil/facts/codes/progress';
import type { Reason } from '@fil/facts/codes/reason';
import type { EncounterFormat } from '@fil/facts/codes/encounter';
import type { When } from '@fil/facts/dates/when';
import type { OverallStanding } from '@fil/facts/figures/standing';
import type { Attachment, Sourced, Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { ShownErasure } from '../history/shown-erasure.answer';
import type { ShownCommitment } from '../follow-up/shown-commitment.answer';
import type { CarriedShown } from '../standings/carried';
import type { ShownDecision, SourceReference } from '../follow-up/shown-decision.answer';
import type { NameBook, Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { ThreadModeration } from './moderation.answer';
import type { ContestAnswer, ThreadWords } from './words.answer';

/** Words: a value, `{withheld:true}`, `{erased:true}`; null when none were given. */
export type Words<T = Text> = Opened<T> | null;

export interface ThreadConsultation {
  readonly id: string;
  readonly title: Words;
  /** Date by which the answer was promised; null while collection goes on, or when nobody promised. */
  readonly dueOn: string | null;
  /** False: no authority undertook to answer, and the page says so. */
  readonly promised: boolean;
  /** False: no guarantor and no follow-up committee watches over it, and the page says so. */
  readonly watched: boolean;
}

export interface Carried {
  readonly synthesis: string;
  /** Members when it was given. */
  readonly members: number;
  /** How far it has come: answered, waiting, passed over. Null when another answer of the synthesis has replaced it. */
  readonly progress: CarriedShown | null;
}

export interface ThreadAnswer {
  readonly given: Happened;
  readonly point: number;
  readonly outcome: Outcome;
  readonly provisional: boolean;
  /** True for the one answer of its point that stands. */
  readonly current: boolean;
  /** Event id of the answer it replaced; of the one that replaced it. */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly reasons: readonly Reason[];
  readonly justification: Words;
  /** The department's technical advice, apart from the choice. */
  readonly advice: Words;
  readonly partTaken: Words;
  readonly condition: Words;
  readonly proposersOpinion: Words;
  readonly reference: Words<string>;
  readonly evidence: readonly Opened<string>[];
  readonly worseningReason: Words;
  readonly factChecked: boolean | null;
  readonly department: Named | null;
  readonly decidedBy: Named | null;
  readonly body: Named | null;
  /** Date of the answer announced by a provisional outcome. */
  readonly answerOn: When | null;
  readonly session: When | null;
  readonly constraint: {
    readonly id: string;
    readonly kind: (typeof CONSTRAINT_KINDS)[number] | null;
    readonly text: Words<Sourced>;
  } | null;
  readonly openPoint: { readonly id: string; readonly text: Words } | null;
  readonly mergedInto: { readonly id: string; readonly number: string | null; readonly title: Words } | null;
  readonly decision: ShownDecision | null;
  /** Whether the decision it names may still be relied on; null without one in this register. */
  readonly actStanding: DecisionStanding | null;
  /** Ids of the commitments it names; each stands in `commitments`. */
  readonly commitments: readonly string[];
  readonly common: Carried | null;
  /** Event id of the answer it corrects, when that one was entered in error. */
  readonly enteredInError: string | null;
  readonly release: {
    readonly preparedBy: Named | null;
    readonly visaBy: readonly Named[];
    readonly decidedBy: Named | null;
  } | null;
}

export interface ThreadPoint {
  readonly point: number;
  /** The passage of this point; null for the only point of a contribution in which none was marked. */
  readonly extract: Words;
  readonly theme: Named | null;
  readonly standing: OverallStanding;
  /** In order; the last one that is `current` stands. */
  readonly answers: readonly ThreadAnswer[];
  /** Ids of the syntheses it is in. */
  readonly syntheses: readonly string[];
}

export interface ThreadSynthesis {
  readonly id: string;
  readonly title: Words;
  readonly text: Words;
  /** Divergences and minority views. */
  readonly divergences: readonly Opened<Text>[];
  /** Points of contributions it groups. */
  readonly members: number;
  readonly themes: readonly Named[];
  readonly opened: Happened;
  readonly published: Happened | null;
  /** Its standing common answer, when it has one; the page of a member it has not yet reached says so. */
  readonly outcome: {
    readonly given: Happened;
    readonly outcome: Outcome;
    readonly common: Carried;
    readonly reachedThisOne: boolean;
  } | null;
}

/** Something that happened to the contribution, its synthesis, its decisions or its commitments. */
export interface ThreadStep extends Happened {
  /** Wire type, such as `commitment.rescheduled/1`. */
  readonly type: string;
  readonly about: {
    readonly kind: 'contribution' | 'synthesis' | 'decision' | 'commitment';
    readonly id: string;
    readonly title: Words;
  };
  /** The event's facts in clear (see @fil/facts/events); codes are named in `names`. Empty for a concealed event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What may be read of the event's own words, for those not shown in a section of the page (reasons, notes, contests). */
  readonly words: Readonly<Record<string, unknown>>;
}

export interface Correction {
  readonly given: Happened;
  /** Field of the contribution, such as `/channel`. */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: Words;
}

/** In which encounter it was said. */
export interface ThreadEncounter {
  readonly id: string;
  readonly title: Words;
  readonly format: EncounterFormat;
  /** Number of the sheet in the encounter. */
  readonly sheet: number | null;
  /** Number printed on it, when it was a slip of this register: it leads here too. */
  readonly slip: string | null;
  /** Number of the question that it answers. */
  readonly question: number | null;
}

export interface Thread {
  readonly shown: Shown;
  /** `contribution-<uuid>`. */
  readonly id: string;
  /** Public number with its check letter, such as `259-G`. */
  readonly number: string;
  readonly consultation: ThreadConsultation;
  readonly kind: ContributionKind | null;
  readonly channel: Channel | null;
  readonly language: string | null;
  readonly sensitivity: Sensitivity;
  readonly themes: readonly Named[];
  readonly territory: string | null;
  readonly authorKind: AuthorKind | null;
  /** The author's name, only as she asked for it to be shown. */
  readonly signature: Words<string>;
  /** As it stands (see `words.versions`). Where it was redacted (see `moderation`), what is shown instead. */
  readonly title: Words;
  readonly text: Words;
  readonly place: Words<string>;
  readonly attachments: readonly Opened<Attachment>[];
  readonly receivedOn: When;
  /** Null when it was said in none. */
  readonly encounter: ThreadEncounter | null;
  /** The version of the rules that its author accepted; null where there were none, or a source does not say. */
  readonly rulesVersion: number | null;
  readonly recorded: Happened;
  /** Address of the receipt of that entry: how far others vouch for it, and the proof. */
  readonly receipt: string;
  /** When its words were last made public; null while they are not. */
  readonly admitted: Happened | null;
  readonly source: SourceReference | null;
  /** Where the whole contribution stands (see facts/figures/standing). */
  readonly standing: OverallStanding;
  /** A final outcome for each point. */
  readonly answered: boolean;
  /** The promised date is over and it is not answered. */
  readonly late: boolean;
  readonly daysLate: number | null;
  /** Date of the next answer announced by a provisional outcome; the earliest. */
  readonly nextAnswerOn: When | null;
  /** Progress of the commitments that follow, summed up; `none` without any. */
  readonly progress: Progress | 'none';
  /**
   * The weakest standing of the decisions on which its standing answers and its commitments rest; null when they rest on
   * none. The outcome is what it was: nothing is rewritten.
   */
  readonly actStanding: DecisionStanding | null;
  readonly points: readonly ThreadPoint[];
  readonly syntheses: readonly ThreadSynthesis[];
  readonly commitments: readonly ShownCommitment[];
  readonly transfers: readonly {
    readonly given: Happened;
    readonly point: number | null;
    readonly authority: Words;
    readonly authoritySiret: string | null;
    readonly explanation: Words;
  }[];
  readonly contests: readonly {
    readonly given: Happened;
    readonly contested: string;
    readonly what: (typeof CONTESTABLE)[number];
    readonly text: Words;
    /** What came of the second look; null while there was none. */
    readonly answer: ContestAnswer | null;
  }[];
  readonly withdrawn: { readonly given: Happened; readonly reason: Words } | null;
  readonly voided: {
    readonly given: Happened;
    readonly ground: (typeof VOID_GROUNDS)[number] | null;
    readonly reason: Words;
    readonly duplicateOf: string | null;
  } | null;
  readonly corrections: readonly Correction[];
  readonly moderation: ThreadModeration;
  /** Asked for, ordered, carried out or refused, in the order in which they began. */
  readonly erasures: readonly ShownErasure[];
  readonly words: ThreadWords;
  /** Everything that happened, ordered by `occurredOn` then `index`. */
  readonly line: readonly ThreadStep[];
  /** Names of the codes that occur in `line`. */
  readonly names: NameBook;
}
