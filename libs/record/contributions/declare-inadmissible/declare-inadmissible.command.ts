import { z } from 'zod';
import { contributionDeclaredInadmissible } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

// Computed here.
const { appealBy: _appealBy, ...facts } = inputs(contributionDeclaredInadmissible.facts);

export const declareInadmissibleInput = z.strictObject({
  ...facts,
  ...inputs(contributionDeclaredInadmissible.sealed),
  occurredOn: occurredOnInput,
});
export type DeclareInadmissibleInput = z.infer<typeof declareInadmissibleInput>;

export class DeclareInadmissible {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: DeclareInadmissibleInput,
    readonly requested: RequestedBy,
  ) {}
}
