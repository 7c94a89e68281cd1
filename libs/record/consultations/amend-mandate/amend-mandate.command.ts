import { z } from 'zod';
import { mandateAmended } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// Which parts change, how far the consultation has gone and whether a notice is due follow from the record.
const { stage: _stage, parts: _parts, noticeDue: _noticeDue, ...facts } = inputs(mandateAmended.facts);

export const amendMandateInput = z.strictObject({
  ...facts,
  ...inputs(mandateAmended.sealed),
  release: input(COMMON_FACTS.release),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AmendMandateInput = z.infer<typeof amendMandateInput>;

export class AmendMandate {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: AmendMandateInput,
    readonly requested: RequestedBy,
  ) {}
}
