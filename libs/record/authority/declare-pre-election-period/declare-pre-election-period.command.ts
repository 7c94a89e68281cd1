import { z } from 'zod';
import { preElectionPeriodDeclared } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const declarePreElectionPeriodInput = z.strictObject({
  ...inputs(preElectionPeriodDeclared.facts),
  ...inputs(preElectionPeriodDeclared.sealed),
  /** The day it was declared. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type DeclarePreElectionPeriodInput = z.infer<typeof declarePreElectionPeriodInput>;

export class DeclarePreElectionPeriod {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: DeclarePreElectionPeriodInput,
    readonly requested: RequestedBy,
  ) {}
}
