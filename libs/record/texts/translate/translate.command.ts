import { z } from 'zod';
import { TRANSLATED } from '@fil/facts/events/text.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { AggregateWithTexts } from '@fil/facts/events/text.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput, textInput } from '../../deciding/input-kinds';

// The same for every object; the language is that of the text.
const { language: _language, ...facts } = inputs(TRANSLATED.consultation.facts);

export const translateInput = z.strictObject({
  ...facts,
  /** In the language it is translated into, and in no other. */
  text: textInput,
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
});
export type TranslateInput = z.infer<typeof translateInput>;

export class Translate {
  constructor(
    readonly id: ObjectId<AggregateWithTexts>,
    readonly input: TranslateInput,
    readonly requested: RequestedBy,
  ) {}
}
