import { z } from 'zod';
import { sourceNoLongerLists } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const noteSourceNoLongerListsInput = z.strictObject({
  ...inputs(sourceNoLongerLists.facts),
  /** When the source ceased to list it, such as the interval between two snapshots. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type NoteSourceNoLongerListsInput = z.infer<typeof noteSourceNoLongerListsInput>;

export class NoteSourceNoLongerLists {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: NoteSourceNoLongerListsInput,
    readonly requested: RequestedBy,
  ) {}
}
