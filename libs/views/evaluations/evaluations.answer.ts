import type { EVALUATION_PHASES } from '@fil/facts/codes/oversight';
import type { Criterion, EvaluationResults } from '@fil/facts/figures/evaluation-results';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

export interface EvaluationSummary {
  readonly id: string;
  readonly title: Opened<Text> | null;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  /** A decision, a commitment or a consultation. */
  readonly target: string;
  /** Of a consultation: before or after it. */
  readonly phase: (typeof EVALUATION_PHASES)[number] | null;
  /** First and last day for answers. */
  readonly from: string;
  readonly to: string;
  readonly facilitator: string;
  readonly opened: Happened;
  readonly state: 'open' | 'closed' | 'published';
}

/** The panel's answer, beside that of contributors: neither overwrites the other. */
export interface PanelScore extends Happened {
  readonly mark: number | null;
  readonly choice: string | null;
  readonly explanation: Opened<Text> | null;
  /** SHA-256 of the documents it rests on. */
  readonly evidence: readonly string[];
  readonly evidenceTexts: readonly Opened<string>[];
}

export interface EvaluatedCriterion extends Criterion {
  readonly text: Opened<Text> | null;
  /** What contributors answered; null before publication. Suppressed counts are null. */
  readonly contributors: Omit<EvaluationResults['results'][number], 'criterion'> | null;
  readonly panel: PanelScore | null;
}

/** One criterion before and after: twice the medians; null where one is not published, or too few answered. */
export interface ComparedCriterion {
  readonly criterion: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface Evaluation extends EvaluationSummary {
  readonly shown: Shown;
  readonly method: Opened<Text> | null;
  /** Those whose contributors may answer. */
  readonly consultations: readonly { readonly id: string; readonly title: Opened<Text> | null }[];
  readonly invitations: number;
  readonly criteria: readonly EvaluatedCriterion[];
  readonly closed: (Happened & { readonly reason: Opened<Text> | null }) | null;
  readonly published:
    | (Happened & {
        /** The results are those of the entries up to this size: anybody can compute them again. */
        readonly size: number;
        /** Null: fewer than five. */
        readonly responses: number | null;
        readonly limits: Opened<Text> | null;
        readonly summary: Opened<Text> | null;
      })
    | null;
  /** The authority's response, then what supplements it. */
  readonly managementResponses: readonly (Happened & {
    readonly decidedBy: Named | null;
    readonly text: Opened<Text> | null;
  })[];
  /** Of a consultation, with the latest published evaluation of the other phase; null while there is none. */
  readonly comparison: {
    readonly before: string;
    readonly after: string;
    readonly criteria: readonly ComparedCriterion[];
  } | null;
  /** Other evaluations of the same thing, such as the one before. */
  readonly others: readonly EvaluationSummary[];
}

export interface EvaluationsAnswer {
  readonly shown: Shown;
  readonly items: readonly EvaluationSummary[];
  readonly next: string | null;
}
