/** A decision as it is shown by itself and wherever something rests on it. JSON-serialisable. */
import type {
  CaseOutcome,
  Challenger,
  Court,
  DecisionKind,
  DecisionStanding,
  Extent,
  Undoer,
} from '@fil/facts/codes/decision';
import type { When } from '@fil/facts/dates/when';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Words } from '../reading/words-of';

export interface SourceReference {
  readonly name: string;
  readonly type: string;
  readonly id: string;
  /** Where it was published before. */
  readonly address: Words<string>;
}

/** An object that is named, with its title. */
export interface Titled {
  readonly id: string;
  readonly title: Words;
}

export interface ShownDecision {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly address: Words<string>;
  readonly kind: DecisionKind;
  readonly body: Named | null;
  readonly decidedBy: Named | null;
  readonly act: {
    readonly id: string | null;
    readonly date: string | null;
    readonly prefectureId: string | null;
    readonly prefectureDate: string | null;
  } | null;
  readonly votes: {
    readonly members: number | null;
    readonly present: number;
    readonly for: number;
    readonly against: number;
    readonly abstained: number;
    readonly notTakingPart: number | null;
  } | null;
  readonly registered: Happened;
  /** Whether it may still be relied on. What rests on it keeps what it said. */
  readonly standing: DecisionStanding;
  /** Since when it is annulled or repealed; null while it is in force or suspended. */
  readonly standingSince: When | null;
}

/** Fields of SCDL `deliberations` 2.1.5 under names of our own. */
export interface ActShown {
  readonly id: string | null;
  /** Adoption. */
  readonly date: string | null;
  /** Nomenclature ACTES, level 2. */
  readonly subjectCode: string | null;
  readonly prefectureId: string | null;
  readonly prefectureDate: string | null;
  /** `2026` or `2026/2027`. */
  readonly budgetYear: string | null;
  /** Of the document. */
  readonly sha256: string | null;
}

/** A later act that amends, annuls or repeals it. */
export interface ChangeShown extends Happened {
  readonly kind: 'amended' | 'annulled' | 'repealed';
  readonly by: Undoer;
  /** Of an annulment. */
  readonly extent: Extent | null;
  /** Of an annulment that is deferred. */
  readonly effectFrom: string | null;
  readonly act: ActShown | null;
  /** The decision that does it, when this register has it. */
  readonly decision: Titled | null;
  readonly reason: Words;
  readonly address: Words<string>;
}

/** Told of a case each time; the docket number leads to the parties and may be erased. */
interface InCourt extends Happened {
  readonly court: Court;
  readonly caseNumber: Words<string>;
  readonly grounds: Words;
  readonly address: Words<string>;
}

export interface CaseShown {
  /** A code chosen for this case within the decision. */
  readonly case: string;
  readonly challenged: InCourt & { readonly by: Challenger | null };
  readonly suspensions: readonly (InCourt & { readonly until: string | null })[];
  readonly rulings: readonly (InCourt & { readonly outcome: CaseOutcome; readonly final: boolean | null })[];
  /** The decision is suspended in this case today. */
  readonly suspended: boolean;
}
