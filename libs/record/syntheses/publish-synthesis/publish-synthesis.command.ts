import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';

export const publishSynthesisInput = z.strictObject({
  occurredOn: occurredOnInput,
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
