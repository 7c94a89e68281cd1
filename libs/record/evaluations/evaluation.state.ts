import type { EVALUATION_EVENTS } from '@fil/facts/events/evaluation.events';
import type { Criterion } from '@fil/facts/figures/evaluation-results';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface OpenedEvaluation {
  readonly exists: true;
  readonly authority: string;
  /** What its facilitator's token acts for. */
  readonly facilitator: string;
  /** Those whose contributors may answer. */
  readonly consultations: readonly string[];
  readonly criteria: readonly Criterion[];
  /** First and last day for answers. */
  readonly from: string;
  readonly to: string;
  /** Criteria the panel has answered. */
  readonly scored: ReadonlySet<string>;
  /** Index of the event that closed it; null while it is open. */
  readonly closedAt: number | null;
  readonly published: boolean;
  /** The first response of the authority; null while there is none. */
  readonly response: string | null;
}

export type EvaluationState = { readonly exists: false } | OpenedEvaluation;

type EvaluationEvent = RecordedOf<(typeof EVALUATION_EVENTS)[number]>;

export const evaluation: Decider<EvaluationState> = {
  initial: { exists: false },
  evolve: (state: EvaluationState, event: EvaluationEvent): EvaluationState => {
    if (event.type === 'evaluation.opened/1') return opened(event);
    if (!state.exists) return state;
    switch (event.type) {
      case 'evaluation.panelScoreGiven/1':
        return { ...state, scored: new Set(state.scored).add(event.data.criterion) };
      case 'evaluation.closed/1':
        return { ...state, closedAt: event.index };
      case 'evaluation.published/1':
        return { ...state, published: true };
      case 'evaluation.managementResponseGiven/1':
        return { ...state, response: state.response ?? event.id };
      default:
        return state;
    }
  },
};

const opened = ({ data }: Extract<EvaluationEvent, { type: 'evaluation.opened/1' }>): OpenedEvaluation => ({
  exists: true,
  authority: data.authority,
  facilitator: data.facilitator,
  consultations: data.consultations,
  criteria: data.criteria,
  from: data.from,
  to: data.to,
  scored: new Set(),
  closedAt: null,
  published: false,
  response: null,
});
