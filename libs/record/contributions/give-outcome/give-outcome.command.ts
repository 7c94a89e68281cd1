import { z } from 'zod';
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input } from '../../deciding/input-kinds';
import { answerInput } from '../answer-input';

export const giveOutcomeInput = z.strictObject({
  ...answerInput,
  /** With no point marked, the whole is point 1. */
  point: input(outcomeGiven.facts.point).default(1),
});
export type GiveOutcomeInput = z.infer<typeof giveOutcomeInput>;

export class GiveOutcome {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: GiveOutcomeInput,
    readonly requested: RequestedBy,
  ) {}
}
