import type { Reads } from '../deciding/take-decision';
import { decision, type DecisionState } from '../decisions/decision.state';

/** The stream of the decision that a command names, when it names one. */
export const decisionNamed = ({ decision: stream }: { decision?: string }): { decision?: Reads<DecisionState> } =>
  stream === undefined ? {} : { decision: { stream, decider: decision } };
