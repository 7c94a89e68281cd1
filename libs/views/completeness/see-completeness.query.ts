import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { CompletenessAnswer, CompletenessBy } from './completeness.answer';

/** Of all that was received, how much was published, moderated, answered, and how much is late? */
export class SeeCompleteness extends Query<CompletenessAnswer> {
  constructor(
    readonly by: CompletenessBy,
    /** Only what was said in this consultation; null: everything. */
    readonly consultation: string | null,
    readonly asked: Asked,
  ) {
    super();
  }
}
