import { z } from 'zod';
import { themesAssigned } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

const { from: _from, to, ...facts } = inputs(themesAssigned.facts);

export const assignThemesInput = z.strictObject({
  ...facts,
  /** All themes of the contribution from now on. */
  themes: to,
  occurredOn: occurredOnInput,
});
export type AssignThemesInput = z.infer<typeof assignThemesInput>;

export class AssignThemes {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: AssignThemesInput,
    readonly requested: RequestedBy,
  ) {}
}
