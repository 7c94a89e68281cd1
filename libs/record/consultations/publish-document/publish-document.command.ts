import { z } from 'zod';
import { documentPublished } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishDocumentInput = z.strictObject({
  ...inputs(documentPublished.facts),
  ...inputs(documentPublished.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PublishDocumentInput = z.infer<typeof publishDocumentInput>;

export class PublishDocument {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: PublishDocumentInput,
    readonly requested: RequestedBy,
  ) {}
}
