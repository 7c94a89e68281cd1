import { z } from 'zod';
import { authorityRegistered } from '@fil/facts/events/authority.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const registerAuthorityInput = z.strictObject({
  ...inputs(authorityRegistered.facts),
  ...inputs(authorityRegistered.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RegisterAuthorityInput = z.infer<typeof registerAuthorityInput>;

export class RegisterAuthority {
  constructor(
    readonly input: RegisterAuthorityInput,
    readonly requested: RequestedBy,
  ) {}
}
