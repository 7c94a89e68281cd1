import { z } from 'zod';
import { decisionChallengedInCourt } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const challengeInCourtInput = z.strictObject({
  ...inputs(decisionChallengedInCourt.facts),
  ...inputs(decisionChallengedInCourt.sealed),
  /** The day it was lodged. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ChallengeInCourtInput = z.infer<typeof challengeInCourtInput>;

export class ChallengeInCourt {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: ChallengeInCourtInput,
    readonly requested: RequestedBy,
  ) {}
}
