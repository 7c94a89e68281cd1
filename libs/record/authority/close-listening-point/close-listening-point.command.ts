import { z } from 'zod';
import { listeningPointClosed } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const closeListeningPointInput = z.strictObject({
  ...inputs(listeningPointClosed.sealed),
  /** The day it closed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CloseListeningPointInput = z.infer<typeof closeListeningPointInput>;

export class CloseListeningPoint {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the listening point, from the address. */
    readonly code: string,
    readonly input: CloseListeningPointInput,
    readonly requested: RequestedBy,
  ) {}
}
