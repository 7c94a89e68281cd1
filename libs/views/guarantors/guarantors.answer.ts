import type { Channel } from '@fil/facts/codes/contribution';
import type {
  Appointer,
  FormalOpinion,
  GUARANTOR_LISTS,
  GUARANTOR_OPINION_SUBJECTS,
  GUARANTOR_REPORT_KINDS,
  LEAVING_REASONS,
  OBSERVERS,
  RECOMMENDATION_ANSWERS,
  WayOfChoosing,
} from '@fil/facts/codes/oversight';
import type { When } from '@fil/facts/dates/when';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { SuspendedPassage } from '../reading/suspended-passages';

/** A guarantor is named by its function, never by a name. */
export interface GuarantorSummary {
  readonly id: string;
  readonly code: string;
  readonly title: Opened<Text> | null;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  /** Empty: it watches over all consultations of the authority. */
  readonly consultations: readonly { readonly id: string; readonly title: Opened<Text> | null }[];
  /** Whether it is one on the day asked. */
  readonly acting: boolean;
  readonly appointed: Happened;
  readonly appointedBy: Appointer;
  readonly chosenBy: WayOfChoosing;
  readonly list: (typeof GUARANTOR_LISTS)[number] | null;
  /** Euro cents. */
  readonly allowance: number | null;
  readonly withdrew:
    | (Happened & { readonly reason: (typeof LEAVING_REASONS)[number]; readonly explanation: Opened<Text> | null })
    | null;
}

export interface Observation extends Happened {
  /** Who made it. What it says is for the guarantor. */
  readonly from: (typeof OBSERVERS)[number];
  readonly channel: Channel | null;
  readonly consultation: string | null;
}

export interface RecommendationAnswer extends Happened {
  readonly answer: (typeof RECOMMENDATION_ANSWERS)[number];
  readonly decidedBy: Named | null;
  /** By when it is done, or answered. */
  readonly dueOn: When | null;
  /** Euro cents. */
  readonly budget: number | null;
  readonly text: Opened<Text> | null;
  readonly means: Opened<Text> | null;
}

export interface Recommendation extends Happened {
  readonly consultation: string | null;
  readonly answerBy: string | null;
  readonly text: Opened<Text> | null;
  /** The first one, then those that supplement it. */
  readonly answers: readonly RecommendationAnswer[];
}

export interface GuarantorOpinion extends Happened {
  readonly consultation: string;
  readonly subject: (typeof GUARANTOR_OPINION_SUBJECTS)[number];
  readonly opinion: FormalOpinion;
  readonly agreement: boolean;
  readonly text: Opened<Text> | null;
}

export interface GuarantorReport extends Happened {
  readonly kind: (typeof GUARANTOR_REPORT_KINDS)[number];
  readonly consultation: string | null;
  /** SHA-256 of the document. */
  readonly document: string | null;
  readonly title: Opened<Text> | null;
  readonly text: Opened<Text> | null;
  readonly address: Opened<string> | null;
}

export interface Guarantor extends GuarantorSummary {
  readonly shown: Shown;
  readonly ties: Opened<Text> | null;
  readonly observations: readonly Observation[];
  readonly recommendations: readonly Recommendation[];
  readonly opinions: readonly GuarantorOpinion[];
  readonly reports: readonly GuarantorReport[];
  /** Passages the authority has withheld, with what is read instead. */
  readonly suspensions: readonly SuspendedPassage[];
}

export interface GuarantorsAnswer {
  readonly shown: Shown;
  /** Of one consultation: whether anybody watches over it on the day asked. A page of one over which nobody does says so. */
  readonly watched: boolean | null;
  readonly items: readonly GuarantorSummary[];
  readonly next: string | null;
}
