import { z } from 'zod';
import { addresseeJoined } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const joinAddresseeInput = z.strictObject({
  ...inputs(addresseeJoined.facts),
  ...inputs(addresseeJoined.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type JoinAddresseeInput = z.infer<typeof joinAddresseeInput>;

export class JoinAddressee {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: JoinAddresseeInput,
    readonly requested: RequestedBy,
  ) {}
}
