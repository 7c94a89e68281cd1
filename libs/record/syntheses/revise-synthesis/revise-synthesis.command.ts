import { z } from 'zod';
import { synthesisRevised } from '@fil/facts/events/synthesis.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reviseSynthesisInput = z.strictObject({
  ...inputs(synthesisRevised.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  release: input(COMMON_FACTS.release),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReviseSynthesisInput = z.infer<typeof reviseSynthesisInput>;

export class ReviseSynthesis {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: ReviseSynthesisInput,
    readonly requested: RequestedBy,
  ) {}
}
