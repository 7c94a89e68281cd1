import { Unreadable } from './unreadable';

/**
 * A number as C2SP texts write it: ASCII digits without sign or leading zeros.
 * @throws Unreadable also beyond 2^53 − 1, which no log reaches and no number holds
 */
export function fromDecimal(text: string): number {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) throw new Unreadable('not a decimal number');
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Unreadable('a number beyond 2^53 − 1');
  return value;
}
