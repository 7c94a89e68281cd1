/** A command refused by a rule: a value, with a message that says what to do, in the reader's language. */
import type { Label } from '../codes/label';

export type RefusalKind = 'notFound' | 'conflict' | 'unprocessable' | 'forbidden' | 'gone';

export interface Refusal {
  readonly refused: true;
  /** Stable name of the rule, such as `outcome.reasonMissing`. */
  readonly rule: string;
  readonly kind: RefusalKind;
  readonly message: Label;
  /** The field of the command that is at fault, when there is one. */
  readonly field?: string;
  /** What stands instead of what the command supposed, in clear: codes, dates, ids. */
  readonly found?: Found;
}

export type Found = Readonly<Record<string, string | number | null>>;

export const refuse = (
  rule: string,
  message: Label,
  more: { kind?: RefusalKind; field?: string; found?: Found } = {},
): Refusal => ({
  refused: true,
  rule,
  kind: more.kind ?? 'unprocessable',
  message,
  field: more.field,
  found: more.found,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as Refusal).refused === true;
