import { z } from 'zod';
import { themeRenamed } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const renameThemeInput = z.strictObject({
  ...inputs(themeRenamed.sealed),
  /** The day it changed its name. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RenameThemeInput = z.infer<typeof renameThemeInput>;

export class RenameTheme {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the theme, from the address. */
    readonly code: string,
    readonly input: RenameThemeInput,
    readonly requested: RequestedBy,
  ) {}
}
