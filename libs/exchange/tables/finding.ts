import type { Label } from '@fil/facts/codes/label';

/**
 * `rejected`: the value was not taken over. `odd`: taken over as it stands (or understood in the way the reason says),
 * and worth a look. `notice`: the source says it, and this register has no place for it yet.
 */
export type Severity = 'rejected' | 'odd' | 'notice';

/** What an import has to say about one cell, or about a whole row when `column` is empty. */
export interface Finding {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** As written in the file; shorten it where it is shown. */
  readonly value: string;
  /** Stable name of the reason: findings are counted by it. */
  readonly reason: string;
  readonly message: Label;
}

const SHOWN = 60;

/** A value on one line and short enough for a table. */
export function shortened(value: string, length = SHOWN): string {
  const line = value.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
