import { z } from 'zod';
import { decisionRegistered } from '@fil/facts/events/decision.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const registerDecisionInput = z.strictObject({
  ...inputs(decisionRegistered.facts),
  ...inputs(decisionRegistered.sealed),
  consultations: input(decisionRegistered.facts.consultations).default([]),
  /** The day it was taken. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RegisterDecisionInput = z.infer<typeof registerDecisionInput>;

export class RegisterDecision {
  constructor(
    readonly input: RegisterDecisionInput,
    readonly requested: RequestedBy,
  ) {}
}
