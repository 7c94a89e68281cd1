import { Query } from '@nestjs/cqrs';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Disclosed } from '@fil/log/vault/vault';

/**
 * What the author of a contribution may have opened of one of its events, for her receipt: what is public, and all that is
 * hers, public or not.
 *
 * @throws ProblemError as `AuthorKeyCheck`
 */
export class OpenOwnWords extends Query<Disclosed> {
  constructor(
    readonly event: RecordedEvent,
    readonly authorKey: string,
    /** The address of who tries the key. */
    readonly from?: string,
  ) {
    super();
  }
}
