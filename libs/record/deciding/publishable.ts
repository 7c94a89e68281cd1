import type { z } from 'zod';
import type { Label } from '@fil/facts/codes/label';
import type { Aggregate } from '@fil/facts/kit/aggregates';
import type { Scope } from '@fil/people/tokens/principal';
import type { RequestedBy } from './by-request';
import type { DecisionTaker, Recorded } from './take-decision';

/** A command that may be prepared as a draft, given visas, and recorded at a set hour. */
export interface Publishable<I = unknown> {
  /** Stable name, such as `contribution.outcome`. */
  readonly kind: string;
  readonly label: Label;
  /** What it is recorded on; null when it makes a new object. */
  readonly aggregate: Aggregate | null;
  /** Whoever releases it needs the same scope as for recording it at once. */
  readonly scope: Scope;
  readonly input: z.ZodType<I>;
  /** @throws ProblemError when a rule refuses it */
  publish(decisions: DecisionTaker, object: string, input: I, requested: RequestedBy): Promise<Recorded>;
}

/** Of several kinds of content in one list. */
export const publishable = <I>(one: Publishable<I>): Publishable => one;
