import { z } from 'zod';
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const makeCommitmentInput = z.strictObject({
  ...inputs(commitmentMade.facts),
  ...inputs(commitmentMade.sealed),
  answers: input(commitmentMade.facts.answers).default([]),
  themes: input(commitmentMade.facts.themes).default([]),
  /** The day it was made. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type MakeCommitmentInput = z.infer<typeof makeCommitmentInput>;

export class MakeCommitment {
  constructor(
    readonly input: MakeCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}
