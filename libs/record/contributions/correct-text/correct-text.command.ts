import { z } from 'zod';
import { textCorrected } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

const { version: _version, replaces: _replaces, ...facts } = inputs(textCorrected.facts);

export const correctTextInput = z.strictObject({
  ...facts,
  ...inputs(textCorrected.sealed),
  occurredOn: occurredOnInput,
  authorKey: authorKeyInput,
});
export type CorrectTextInput = z.infer<typeof correctTextInput>;

/** By the author, with her key. */
export class CorrectText {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: CorrectTextInput,
    readonly requested: RequestedBy,
  ) {}
}
