import { z } from 'zod';
import { themeMerged } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const mergeThemeInput = z.strictObject({
  into: input(themeMerged.facts.into),
  ...inputs(themeMerged.sealed),
  /** The day they were merged. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type MergeThemeInput = z.infer<typeof mergeThemeInput>;

export class MergeTheme {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the theme, from the address. */
    readonly code: string,
    readonly input: MergeThemeInput,
    readonly requested: RequestedBy,
  ) {}
}
