import { z } from 'zod';
import { settingChanged } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const changeSettingInput = z.strictObject({
  ...inputs(settingChanged.facts),
  ...inputs(settingChanged.sealed),
  /** The day it changed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ChangeSettingInput = z.infer<typeof changeSettingInput>;

export class ChangeSetting {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: ChangeSettingInput,
    readonly requested: RequestedBy,
  ) {}
}
