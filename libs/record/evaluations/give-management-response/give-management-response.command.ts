import { z } from 'zod';
import { managementResponseGiven } from '@fil/facts/events/evaluation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const giveManagementResponseInput = z
  .strictObject({
    ...inputs(managementResponseGiven.facts),
    ...inputs(managementResponseGiven.sealed),
    occurredOn: occurredOnInput,
  })
  .omit({ supplements: true });
export type GiveManagementResponseInput = z.infer<typeof giveManagementResponseInput>;

/** By the authority. */
export class GiveManagementResponse {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: GiveManagementResponseInput,
    readonly requested: RequestedBy,
  ) {}
}
