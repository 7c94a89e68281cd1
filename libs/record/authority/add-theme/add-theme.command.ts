import { z } from 'zod';
import { themeAdded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const addThemeInput = z.strictObject({
  ...inputs(themeAdded.facts),
  ...inputs(themeAdded.sealed),
  /** The day it was added. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AddThemeInput = z.infer<typeof addThemeInput>;

export class AddTheme {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: AddThemeInput,
    readonly requested: RequestedBy,
  ) {}
}
