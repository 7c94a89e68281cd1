import { z } from 'zod';
import { authorKeyReplaced } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

const { authorKey: _made, ...words } = inputs(authorKeyReplaced.sealed);

export const replaceAuthorKeyInput = z.strictObject({
  ...inputs(authorKeyReplaced.facts),
  ...words,
  occurredOn: occurredOnInput,
});
export type ReplaceAuthorKeyInput = z.infer<typeof replaceAuthorKeyInput>;

/** By the guarantor. */
export class ReplaceAuthorKey {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: ReplaceAuthorKeyInput,
    readonly requested: RequestedBy,
  ) {}
}
