import { z } from 'zod';
import { contributionRedacted } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput, textInput } from '../../deciding/input-kinds';

const { shownInstead: _, ...words } = inputs(contributionRedacted.sealed);

export const redactInput = z.strictObject({
  ...inputs(contributionRedacted.facts),
  ...words,
  /** One for each path, in their order. */
  shownInstead: z.array(textInput).max(20),
  occurredOn: occurredOnInput,
});
export type RedactInput = z.infer<typeof redactInput>;

export class Redact {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: RedactInput,
    readonly requested: RequestedBy,
  ) {}
}
