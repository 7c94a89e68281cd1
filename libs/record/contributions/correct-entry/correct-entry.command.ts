import { z } from 'zod';
import { contributionEntryCorrected } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs } from '../../deciding/input-kinds';

// Which field it is follows from the value that is given.
const { field: _field, ...facts } = inputs(contributionEntryCorrected.facts);

export const correctEntryInput = z.strictObject({ ...facts, ...inputs(contributionEntryCorrected.sealed) });
export type CorrectEntryInput = z.infer<typeof correctEntryInput>;

export class CorrectEntry {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: CorrectEntryInput,
    readonly requested: RequestedBy,
  ) {}
}
