/** An error that people meet, told in their language with what to do. */
import type { Label } from '../codes/label';
import type { RefusalKind } from './refusal';

export class ExplainedError extends Error {
  constructor(
    /** Stable name, such as `register.busy`. */
    readonly rule: string,
    /** `busy`: nothing is known to be wrong with the request; it may be made again. */
    readonly kind: RefusalKind | 'busy',
    readonly explanation: Label,
    options?: ErrorOptions,
  ) {
    super(explanation.en, options);
  }
}
