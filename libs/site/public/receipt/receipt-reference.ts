import type { EntryReference } from '@fil/log/receipts/find-entry';
import { isUuid } from '@fil/log/transparency/entry-forms';
import { parseLocator, type Locator } from '@fil/log/transparency/fingerprint';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { indexOfPublicNumber } from '@fil/views/reading/public-number';

/** The locator that was typed (`259-ZZAC-J1V6Q`); null when it is none, or a letter of it is wrong. */
export function locatorIn(typed: string): Locator | null {
  try {
    return parseLocator(typed.normalize('NFKC').replaceAll(/\p{Pd}/gu, '-'));
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** What stands in the address of a receipt: the id of an event, a locator, or a number. Null when it can be none. */
export function receiptReference(typed: string): EntryReference | null {
  const event = typed.toLowerCase();
  if (isUuid(event)) return { event };
  const locator = locatorIn(typed);
  if (locator) return locator;
  const index = indexOfPublicNumber(typed);
  return index === null ? null : { index };
}
