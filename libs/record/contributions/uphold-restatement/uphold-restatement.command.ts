import { z } from 'zod';
import { restatementUpheld } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const upholdRestatementInput = z.strictObject({
  ...inputs(restatementUpheld.facts),
  ...inputs(restatementUpheld.sealed),
  occurredOn: occurredOnInput,
});
export type UpholdRestatementInput = z.infer<typeof upholdRestatementInput>;

export class UpholdRestatement {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: UpholdRestatementInput,
    readonly requested: RequestedBy,
  ) {}
}
