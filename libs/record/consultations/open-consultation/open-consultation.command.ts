import { z } from 'zod';
import { consultationOpened } from '@fil/facts/events/consultation.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { addressees, openPoints, constraints, decisionPath, themes } = consultationOpened.facts;

export const openConsultationInput = z.strictObject({
  ...inputs(consultationOpened.facts),
  ...inputs(consultationOpened.sealed),
  addressees: input(addressees).default([]),
  openPoints: input(openPoints).default([]),
  constraints: input(constraints).default([]),
  decisionPath: input(decisionPath).default([]),
  themes: input(themes).default([]),
  /** The day the mandate was published. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type OpenConsultationInput = z.infer<typeof openConsultationInput>;

export class OpenConsultation {
  constructor(
    readonly input: OpenConsultationInput,
    readonly requested: RequestedBy,
  ) {}
}
