import { z } from 'zod';
import { PLAIN_TEXT_GIVEN, type AggregateWithTexts } from '@fil/facts/events/text.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput, textInput } from '../../deciding/input-kinds';

// The same for every object; the language is that of the text.
const { facts, sealed } = PLAIN_TEXT_GIVEN.consultation;
const { language: _language, ...own } = inputs(facts);

export const givePlainTextInput = z.strictObject({
  ...own,
  readers: input(sealed.readers),
  text: textInput,
  occurredOn: occurredOnInput,
});
export type GivePlainTextInput = z.infer<typeof givePlainTextInput>;

export class GivePlainText {
  constructor(
    readonly id: ObjectId<AggregateWithTexts>,
    readonly input: GivePlainTextInput,
    readonly requested: RequestedBy,
  ) {}
}
