import { z } from 'zod';
import { synthesisPublished } from '@fil/facts/events/synthesis.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishSynthesisInput = z.strictObject({
  ...inputs(synthesisPublished.facts),
  ...inputs(synthesisPublished.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
  release: input(COMMON_FACTS.release),
});
export type PublishSynthesisInput = z.infer<typeof publishSynthesisInput>;

export class PublishSynthesis {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: PublishSynthesisInput,
    readonly requested: RequestedBy,
  ) {}
}
