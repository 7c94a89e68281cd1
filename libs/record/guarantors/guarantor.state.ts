import {
  guarantorReportPublished,
  guarantorSuspensionReplied,
  guarantorWithdrew,
  opinionOfGuarantorGiven,
  recommendationMade,
  type GUARANTOR_EVENTS,
} from '@fil/facts/events/guarantor.events';
import type { FormalOpinion, GUARANTOR_OPINION_SUBJECTS } from '@fil/facts/codes/oversight';
import type { Decider, RecordedOf } from '../deciding/decider';
import { NO_PASSAGES, passagesAfter, type Passages } from '../passages/passages';

export interface GuarantorOpinion {
  readonly consultation: string;
  readonly subject: (typeof GUARANTOR_OPINION_SUBJECTS)[number];
  readonly opinion: FormalOpinion;
  /** Whether it agrees: more than a favourable opinion. */
  readonly agreement: boolean;
}

export interface AppointedGuarantor {
  readonly exists: true;
  readonly authority: string;
  /** What its token acts for. */
  readonly code: string;
  /** Consultations it watches over; empty: all those of the authority. */
  readonly consultations: readonly string[];
  readonly withdrawn: boolean;
  /** By the id of the event that made it: its first answer, null while there is none. */
  readonly recommendations: ReadonlyMap<string, string | null>;
  /** By the id of the event. */
  readonly opinions: ReadonlyMap<string, GuarantorOpinion>;
  readonly passages: Passages;
}

export type GuarantorState = { readonly exists: false } | AppointedGuarantor;

type GuarantorEvent = RecordedOf<(typeof GUARANTOR_EVENTS)[number]>;

/** In these it writes in its own name. */
const OWN_TEXTS = [
  recommendationMade,
  guarantorReportPublished,
  opinionOfGuarantorGiven,
  guarantorWithdrew,
  guarantorSuspensionReplied,
];

export const guarantor: Decider<GuarantorState> = {
  initial: { exists: false },
  evolve: (state: GuarantorState, event: GuarantorEvent): GuarantorState => {
    if (event.type === 'guarantor.appointed/1') return appointed(event);
    if (!state.exists) return state;
    return changed({ ...state, passages: passagesAfter(state.passages, event, OWN_TEXTS) }, event);
  },
};

const appointed = ({ data }: Extract<GuarantorEvent, { type: 'guarantor.appointed/1' }>): AppointedGuarantor => ({
  exists: true,
  authority: data.authority,
  code: data.code,
  consultations: data.consultations,
  withdrawn: false,
  recommendations: new Map(),
  opinions: new Map(),
  passages: NO_PASSAGES,
});

function changed(state: AppointedGuarantor, event: GuarantorEvent): AppointedGuarantor {
  switch (event.type) {
    case 'guarantor.recommendationMade/1':
      return { ...state, recommendations: new Map(state.recommendations).set(event.id, null) };
    case 'guarantor.recommendationAnswered/1': {
      const { recommendation } = event.data;
      const first = state.recommendations.get(recommendation) ?? event.id;
      return { ...state, recommendations: new Map(state.recommendations).set(recommendation, first) };
    }
    case 'guarantor.opinionGiven/1': {
      const { consultation, subject, opinion, agreement } = event.data;
      return {
        ...state,
        opinions: new Map(state.opinions).set(event.id, { consultation, subject, opinion, agreement }),
      };
    }
    case 'guarantor.withdrew/1':
      return { ...state, withdrawn: true };
    default:
      return state;
  }
}
