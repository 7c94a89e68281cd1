import type { Refusal } from '@fil/facts/kit/refusal';
import { miscounted, usedTwice } from '../mandate-points';
import type { OpenConsultationInput } from './open-consultation.command';

/** What is open and what is not: each point has one code and one text, since answers will refer to it by its code. */
export function mandateAtFault({
  openPoints,
  openPointTexts,
  constraints,
  constraintTexts,
  decisionPath,
}: OpenConsultationInput): Refusal | null {
  const openIds = openPoints.map(({ id }) => id);
  const constraintIds = constraints.map(({ id }) => id);
  return (
    miscounted(openIds, openPointTexts, 'openPointTexts') ??
    miscounted(constraintIds, constraintTexts, 'constraintTexts') ??
    usedTwice(openIds, 'openPoints') ??
    usedTwice(constraintIds, 'constraints') ??
    usedTwice(
      decisionPath.map(({ step }) => step),
      'decisionPath',
    )
  );
}
