import { z } from 'zod';
import { deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input } from '../../deciding/input-kinds';

export const adoptStartSetInput = z.strictObject({
  /** First day on which a trigger falls under these rules. */
  validFrom: input(deadlineRuleAdopted.facts.validFrom),
});
export type AdoptStartSetInput = z.infer<typeof adoptStartSetInput>;

/** Adopt all rules of the start set (02 §4) that have not been adopted. */
export class AdoptStartSet {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: AdoptStartSetInput,
    readonly requested: RequestedBy,
  ) {}
}
