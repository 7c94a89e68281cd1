import { z } from 'zod';
import { cutFrozen } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs } from '../../deciding/input-kinds';

/** The root is the register's to compute. */
export const freezeCutInput = z
  .strictObject({ ...inputs(cutFrozen.facts), ...inputs(cutFrozen.sealed) })
  .omit({ root: true });
export type FreezeCutInput = z.infer<typeof freezeCutInput>;

/** By the committee. */
export class FreezeCut {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: FreezeCutInput,
    readonly requested: RequestedBy,
  ) {}
}
