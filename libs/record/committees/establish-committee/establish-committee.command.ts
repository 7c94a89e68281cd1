import { z } from 'zod';
import { committeeEstablished } from '@fil/facts/events/committee.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const establishCommitteeInput = z.strictObject({
  ...inputs(committeeEstablished.facts),
  ...inputs(committeeEstablished.sealed),
  scope: input(committeeEstablished.facts.scope).default([]),
  /** The day it was established. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EstablishCommitteeInput = z.infer<typeof establishCommitteeInput>;

/** By the authority. */
export class EstablishCommittee {
  constructor(
    readonly input: EstablishCommitteeInput,
    readonly requested: RequestedBy,
  ) {}
}
