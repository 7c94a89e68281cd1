/** A decision: who took it, by which act, on which path, and what became of it. JSON-serialisable. */
import type { PATH_ROLES } from '@fil/facts/codes/consultation';
import type { DecisionKind, DecisionStanding, StepOutcome } from '@fil/facts/codes/decision';
import type { Progress } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type {
  ActShown,
  CaseShown,
  ChangeShown,
  ShownDecision,
  SourceReference,
  Titled,
} from '../follow-up/shown-decision.answer';
import type { Words } from '../reading/words-of';

export interface StepShown extends Happened {
  readonly step: string;
  /** Whether the declared path had it when it was recorded. */
  readonly ofPath: boolean;
  readonly body: Named;
  readonly outcome: StepOutcome;
  /** In the authority's calendar of sessions. */
  readonly session: string | null;
  /** SHA-256. */
  readonly document: string | null;
  readonly note: Words;
  readonly address: Words<string>;
}

/** The path that a consultation declares, as it stands, beside the steps really taken. */
export interface PathShown {
  readonly consultation: Titled;
  readonly declared: readonly {
    readonly step: string;
    readonly body: Named;
    readonly role: (typeof PATH_ROLES)[number];
    readonly expectedOn: When | null;
    readonly taken: readonly StepShown[];
    /** Its expected date is over and it was not taken. */
    readonly overdue: boolean;
  }[];
  /** Taken for this consultation, and not in its path. */
  readonly beside: readonly StepShown[];
}

export interface DecisionSummary {
  readonly id: string;
  readonly title: Words;
  readonly kind: DecisionKind;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  readonly body: Named | null;
  readonly decidedBy: Named | null;
  /** When it was taken. */
  readonly takenOn: When;
  readonly actId: string | null;
  readonly consultations: readonly Titled[];
  readonly standing: DecisionStanding;
  readonly standingSince: When | null;
  readonly registered: Happened;
}

export interface Decision extends ShownDecision {
  readonly shown: Shown;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  readonly consultations: readonly Titled[];
  readonly source: SourceReference | null;
  readonly act: (ActShown & { readonly subjectName: Words<string>; readonly budgetName: Words<string> }) | null;
  /** One for each of its consultations. */
  readonly paths: readonly PathShown[];
  /** Steps that belong to no consultation. */
  readonly otherSteps: readonly StepShown[];
  readonly reasons: readonly (Happened & {
    readonly consultation: Titled | null;
    readonly reasons: Words;
    readonly document: string | null;
    readonly address: Words<string>;
  })[];
  readonly changes: readonly ChangeShown[];
  readonly cases: readonly CaseShown[];
  /** What rests on it. Shown so when it is annulled, repealed or suspended; never rewritten. */
  readonly restsOnIt: {
    readonly commitments: readonly (Titled & { readonly progress: Progress })[];
    /** Contributions of which an answer names it. */
    readonly contributions: number;
  };
}

export interface DecisionsAnswer {
  readonly shown: Shown;
  /** The latest registered first. */
  readonly items: readonly DecisionSummary[];
  /** To be given back as `cursor`; null on the last page. */
  readonly next: string | null;
}
