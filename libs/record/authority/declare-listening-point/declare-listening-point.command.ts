import { z } from 'zod';
import { listeningPointDeclared } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const declareListeningPointInput = z.strictObject({
  ...inputs(listeningPointDeclared.facts),
  ...inputs(listeningPointDeclared.sealed),
  /** The day it began to hear residents. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type DeclareListeningPointInput = z.infer<typeof declareListeningPointInput>;

export class DeclareListeningPoint {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: DeclareListeningPointInput,
    readonly requested: RequestedBy,
  ) {}
}
