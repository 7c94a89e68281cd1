import type { EVALUATION_RESPONSE_EVENTS } from '@fil/facts/events/evaluation.events';
import type { Decider, RecordedOf } from '../deciding/decider';

export interface EvaluationResponseState {
  readonly given: boolean;
}

/** One stream for each who answers: there is nothing to know of it but that it was given. */
export const evaluationResponse: Decider<EvaluationResponseState> = {
  initial: { given: false },
  evolve: (
    state: EvaluationResponseState,
    event: RecordedOf<(typeof EVALUATION_RESPONSE_EVENTS)[number]>,
  ): EvaluationResponseState => (event.type === 'evaluationResponse.given/1' ? { given: true } : state),
};
