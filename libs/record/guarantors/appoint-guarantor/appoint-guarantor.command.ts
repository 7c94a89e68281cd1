import { z } from 'zod';
import { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const appointGuarantorInput = z.strictObject({
  ...inputs(guarantorAppointed.facts),
  ...inputs(guarantorAppointed.sealed),
  consultations: input(guarantorAppointed.facts.consultations).default([]),
  /** The day of the appointment. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AppointGuarantorInput = z.infer<typeof appointGuarantorInput>;

/** By the authority. */
export class AppointGuarantor {
  constructor(
    readonly input: AppointGuarantorInput,
    readonly requested: RequestedBy,
  ) {}
}
