import type { Label } from '@fil/facts/codes/label';
import { ExplainedError } from '@fil/facts/kit/explained-error';

/** A purge cannot go on now. What it has done stays done; it goes on when it is run again. */
export class PurgeHeldUp extends ExplainedError {
  constructor(rule: string, explanation: Label, options?: ErrorOptions) {
    super(`purge.${rule}`, 'busy', explanation, options);
  }
}
