import type { Refusal } from '@fil/facts/kit/refusal';
import { miscounted, usedTwice } from '../mandate-points';
import type { AmendMandateInput } from './amend-mandate.command';

/** What is added comes with its words, one for each. */
export function textsAtFault(command: AmendMandateInput): Refusal | null {
  const openPoints = (command.openPointsAdded ?? []).map(({ id }) => id);
  const constraints = (command.constraintsAdded ?? []).map(({ id }) => id);
  const steps = (command.decisionPath ?? []).map(({ step }) => step);
  return (
    miscounted(openPoints, command.openPointTexts, 'openPointTexts') ??
    miscounted(constraints, command.constraintTexts, 'constraintTexts') ??
    usedTwice(openPoints, 'openPointsAdded') ??
    usedTwice(constraints, 'constraintsAdded') ??
    usedTwice(steps, 'decisionPath')
  );
}
