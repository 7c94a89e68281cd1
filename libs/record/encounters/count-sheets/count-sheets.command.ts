import { z } from 'zod';
import { sheetsCounted } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const countSheetsInput = z.strictObject({
  ...inputs(sheetsCounted.facts),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CountSheetsInput = z.infer<typeof countSheetsInput>;

export class CountSheets {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: CountSheetsInput,
    readonly requested: RequestedBy,
  ) {}
}
