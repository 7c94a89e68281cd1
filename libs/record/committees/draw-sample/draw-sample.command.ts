import { z } from 'zod';
import { sampleDrawn } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';

const { cut, population } = sampleDrawn.facts;

export const drawSampleInput = z.strictObject({
  cut: input(cut),
  population: input(population),
  /** How many to draw; all of them when there are no more. */
  count: z.int().min(1).max(LONGEST_LIST),
  ...inputs(sampleDrawn.sealed),
});
export type DrawSampleInput = z.infer<typeof drawSampleInput>;

/** By the committee. */
export class DrawSample {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: DrawSampleInput,
    readonly requested: RequestedBy,
  ) {}
}
