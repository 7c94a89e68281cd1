import type {
  AmendmentStage,
  CONSTRAINT_KINDS,
  COUNTED_PUBLICS,
  DocumentKind,
  FACT_STANDINGS,
  Level,
  MandatePart,
  MeansCategory,
  ORGANISER_KINDS,
  ORIGINS,
  PATH_ROLES,
  PUBLIC_CRITERIA,
  WORDS_PUBLIC,
} from '@fil/facts/codes/consultation';
import type { StepOutcome } from '@fil/facts/codes/decision';
import type { EncounterFormat } from '@fil/facts/codes/encounter';
import type { Channel } from '@fil/facts/codes/contribution';
import type { When } from '@fil/facts/dates/when';
import type { Sourced, Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named, NamedAuthority } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

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
  /** False: no guarantor and no follow-up committee watches over it on the day asked, and every page says so. */
  readonly watched: boolean;
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

/** What is open. */
export interface OpenPoint {
  readonly id: string;
  readonly text: Opened<Text> | null;
}

/** What is not, and why. */
export interface Constraint {
  readonly id: string;
  readonly kind: (typeof CONSTRAINT_KINDS)[number];
  readonly text: Opened<Sourced> | null;
}

export interface PathStep {
  readonly step: string;
  readonly body: Named;
  readonly role: (typeof PATH_ROLES)[number];
  readonly expectedOn: When | null;
}

export interface Addressee {
  readonly authority: NamedAuthority;
  /** Null: it has not undertaken to answer. */
  readonly promise: AnswerPromise | null;
  readonly dueOn: string | null;
  /** When it joined; null when it was asked from the beginning. */
  readonly joined: Happened | null;
  readonly statement: Opened<Text> | null;
}

/** What an amendment can change of a mandate, as it stood at one moment. */
export interface MandateParts {
  readonly openPoints: readonly OpenPoint[];
  readonly constraints: readonly Constraint[];
  readonly decisionPath: readonly PathStep[];
  readonly promises: readonly { readonly authority: NamedAuthority; readonly promise: AnswerPromise | null }[];
  readonly channels: readonly Channel[];
  readonly depositPeriod: When | null;
  readonly themes: readonly Named[];
}

/** One part of the mandate before and after. */
export type MandateChange = {
  [P in MandatePart]: { readonly part: P; readonly before: MandateParts[P]; readonly after: MandateParts[P] };
}[MandatePart];

export interface Amendment extends Happened {
  /** How far the consultation had gone: what the guarantor had to say follows from it. */
  readonly stage: AmendmentStage;
  readonly reason: Opened<Text> | null;
  readonly changes: readonly MandateChange[];
  /** The guarantor and its opinion or agreement; null before the deposit opened. */
  readonly guarantor: { readonly id: string; readonly event: string } | null;
  /** Every contributor is to be told. */
  readonly noticeDue: boolean;
}

export interface RulesVersion extends Happened {
  readonly version: number;
  readonly text: Opened<Text> | null;
  readonly address: Opened<string> | null;
}

/** A time during which contributions could be deposited. */
export interface DepositTime {
  readonly opened: Happened;
  /** Last day announced, as extended. */
  readonly until: string | null;
  readonly extensions: readonly (Happened & {
    readonly from: string;
    readonly until: string;
    readonly reason: Opened<Text> | null;
  })[];
  readonly closed: Happened | null;
}

/** A step really taken, by a decision that names this consultation. */
export interface StepTaken extends Happened {
  readonly decision: { readonly id: string; readonly title: Opened<Text> | null };
  readonly step: string;
  readonly body: Named;
  readonly outcome: StepOutcome;
  readonly session: string | null;
  /** SHA-256 of the document that records it. */
  readonly document: string | null;
  readonly note: Opened<Text> | null;
  readonly address: Opened<string> | null;
}

export interface Means {
  /** Euro cents; what was replaced as entered in error does not count. */
  readonly cents: number;
  readonly hours: number;
}

export interface MeansReport extends Happened {
  readonly category: MeansCategory;
  readonly cents: number | null;
  readonly hours: number | null;
  readonly note: Opened<Text> | null;
  /** Another report replaces it. */
  readonly enteredInError: boolean;
}

/** Numbers of people. Null: not told, as the group is small or as a small one could be computed from it. */
export interface PublicsTable extends Happened {
  readonly of: (typeof COUNTED_PUBLICS)[number];
  readonly encounter: string | null;
  readonly rowsBy: (typeof PUBLIC_CRITERIA)[number];
  readonly columnsBy: (typeof PUBLIC_CRITERIA)[number] | null;
  readonly rows: readonly { readonly code: string; readonly label: Opened<Text> | null }[];
  readonly columns: readonly { readonly code: string; readonly label: Opened<Text> | null }[];
  /** Row after row. */
  readonly cells: readonly (number | null)[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** Smaller groups are not told. */
  readonly fewest: number;
  readonly method: Opened<Text> | null;
  readonly enteredInError: boolean;
}

export interface PublicsNotReached extends Happened {
  readonly criteria: readonly (typeof PUBLIC_CRITERIA)[number][];
  readonly statement: Opened<Text> | null;
}

export interface LabelContest extends Happened {
  readonly text: Opened<Text> | null;
  /** The contribution whose author contests; null for a guarantor or a committee. */
  readonly contribution: string | null;
  /** Null while nobody has settled it. */
  readonly settlement:
    | (Happened & {
        readonly result: 'upheld' | 'corrected';
        readonly reason: Opened<Text> | null;
        readonly decidedBy: Named | null;
      })
    | null;
}

export interface PublishedDocument extends Happened {
  /** What it is held to be now; only information counts as evidence. */
  readonly kind: DocumentKind;
  /** What it was called when it was published. */
  readonly publishedAs: DocumentKind;
  readonly title: Opened<Text> | null;
  readonly address: Opened<string> | null;
  readonly sha256: string;
  readonly contests: readonly LabelContest[];
}

export interface RecordedFact extends Happened {
  readonly fact: string;
  readonly standing: (typeof FACT_STANDINGS)[number];
  readonly statement: Opened<Text> | null;
  readonly sources: readonly Opened<string>[];
  /** How it was qualified before, the latest first. */
  readonly earlier: readonly Omit<RecordedFact, 'earlier'>[];
}

export interface SignatureCount extends Happened {
  readonly count: number;
  /** The day for which it holds. */
  readonly on: string;
  readonly method: Opened<Text> | null;
  readonly enteredInError: boolean;
}

export interface GuarantorOfConsultation {
  readonly id: string;
  /** The function by which it is named on every page. */
  readonly title: Opened<Text> | null;
  readonly appointed: Happened;
  readonly withdrew: Happened | null;
}

export interface EncounterOfConsultation {
  readonly id: string;
  readonly title: Opened<Text> | null;
  readonly format: EncounterFormat;
  readonly expectedOn: When | null;
  readonly heldOn: When | null;
  readonly cancelled: boolean;
  readonly participants: number | null;
  readonly approximate: boolean;
  /** Sheets handed in that are not accounted for. */
  readonly sheetsUnaccounted: number;
}

/** A consultation with its mandate: what is open, what is not and why, who answers and by when; and all that became of it. */
export interface Consultation extends ConsultationSummary {
  readonly shown: Shown;
  readonly summary: Opened<Text> | null;
  readonly origin: (typeof ORIGINS)[number] | null;
  readonly organiserKind: (typeof ORGANISER_KINDS)[number];
  /** With `promised` false, no authority undertook to answer, and every page says so. */
  readonly addressees: readonly Addressee[];
  readonly orderedBy: Named | null;
  readonly animatedBy: Named | null;
  /** Euro cents. */
  readonly amountAtStake: number | null;
  readonly recordedAfterwards: boolean;
  readonly source: { readonly name: string; readonly id: string; readonly address: Opened<string> | null } | null;
  /** The mandate as it stands; what it said before is in `amendments`. */
  readonly openPoints: readonly OpenPoint[];
  readonly constraints: readonly Constraint[];
  /** As declared, each step with what was really done. */
  readonly decisionPath: readonly (PathStep & { readonly taken: readonly StepTaken[] })[];
  /** Steps that were taken and are not in the declared path. */
  readonly stepsBesidePath: readonly StepTaken[];
  readonly channels: readonly Channel[];
  readonly depositPeriod: When | null;
  readonly themes: readonly Named[];
  readonly wordsPublic: (typeof WORDS_PUBLIC)[number];
  readonly amendments: readonly Amendment[];
  /** The last one is in force. */
  readonly rules: readonly RulesVersion[];
  readonly depositTimes: readonly DepositTime[];
  readonly means: {
    readonly total: Means;
    readonly byCategory: readonly (Means & { readonly category: MeansCategory })[];
    readonly reports: readonly MeansReport[];
  };
  readonly publics: {
    readonly reached: readonly PublicsTable[];
    readonly notReached: readonly PublicsNotReached[];
  };
  readonly documents: readonly PublishedDocument[];
  readonly facts: readonly RecordedFact[];
  readonly signatures: readonly SignatureCount[];
  /** Empty: the consultation has no guarantor, and every page says so. */
  readonly guarantors: readonly GuarantorOfConsultation[];
  readonly encounters: readonly EncounterOfConsultation[];
  /** Since then the mandate does not change without the guarantor's agreement; null before the first answer. */
  readonly answersBegan: Happened | null;
  /** "1,200 of 4,000 answered". */
  readonly progress: { readonly answered: number; readonly of: number };
}

export interface ConsultationsAnswer {
  readonly shown: Shown;
  /** Open ones first, then the latest. */
  readonly items: readonly ConsultationSummary[];
}
