import { z } from 'zod';
import { synthesisOpened } from '@fil/facts/events/synthesis.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput, textInput } from '../../deciding/input-kinds';

// Counted here.
const { divergenceCount: _count, ...facts } = inputs(synthesisOpened.facts);

export const openSynthesisInput = z.strictObject({
  ...facts,
  ...inputs(synthesisOpened.sealed),
  themes: input(synthesisOpened.facts.themes).default([]),
  /** Those known already; others are recorded as the reading goes on, and publication asks for one or a statement. */
  divergences: z.array(textInput).max(100).default([]),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type OpenSynthesisInput = z.infer<typeof openSynthesisInput>;

export class OpenSynthesis {
  constructor(
    readonly input: OpenSynthesisInput,
    readonly requested: RequestedBy,
  ) {}
}
