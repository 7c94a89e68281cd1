import { z } from 'zod';
import { bodyRenamed } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const renameBodyInput = z.strictObject({
  ...inputs(bodyRenamed.sealed),
  /** The day it changed its name. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RenameBodyInput = z.infer<typeof renameBodyInput>;

export class RenameBody {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the body, from the address. */
    readonly code: string,
    readonly input: RenameBodyInput,
    readonly requested: RequestedBy,
  ) {}
}
