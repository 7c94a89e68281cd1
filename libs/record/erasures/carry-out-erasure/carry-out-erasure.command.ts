import type { DataOf } from '@fil/facts/kit/event-definition';
import type { erasureCarriedOut } from '@fil/facts/events/erasure.events';
import type { RequestedBy } from '../../deciding/by-request';

/** Sent by the process that erased, never by a person: there is no operation of the API for it. */
export class CarryOutErasure {
  constructor(
    /** The stream of the order. */
    readonly erasure: string,
    /** Where the values were erased. */
    readonly places: DataOf<typeof erasureCarriedOut>['places'],
    readonly requested: RequestedBy,
  ) {}
}
