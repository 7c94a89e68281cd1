import { z } from 'zod';
import { listeningPointChanged } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const changeListeningPointInput = z.strictObject({
  kind: input(listeningPointChanged.facts.kind),
  body: input(listeningPointChanged.facts.body),
  territory: input(listeningPointChanged.facts.territory),
  ...inputs(listeningPointChanged.sealed),
  /** The day it changed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ChangeListeningPointInput = z.infer<typeof changeListeningPointInput>;

export class ChangeListeningPoint {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the listening point, from the address. */
    readonly code: string,
    readonly input: ChangeListeningPointInput,
    readonly requested: RequestedBy,
  ) {}
}
