import { z } from 'zod';
import { sheetsEntered } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { differenceExplained: _explained, missing: _missing, ...facts } = inputs(sheetsEntered.facts);

export const enterSheetsInput = z.strictObject({
  ...facts,
  missing: input(sheetsEntered.facts.missing).default([]),
  ...inputs(sheetsEntered.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EnterSheetsInput = z.infer<typeof enterSheetsInput>;

export class EnterSheets {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: EnterSheetsInput,
    readonly requested: RequestedBy,
  ) {}
}
