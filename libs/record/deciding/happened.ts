import { firstDay, lastDay, type When } from '@fil/facts/dates/when';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isToCome } from './to-come';

/** Refuses a date to come for what is recorded as having happened. @param rule name of the refusal, such as `body.toCome` */
export const notYetHappened = (
  rule: string,
  when: When | undefined,
  today: string,
  field = 'occurredOn',
): Refusal | null =>
  when !== undefined && isToCome(when, today)
    ? refuse(
        rule,
        {
          fr: 'Seul ce qui a déjà eu lieu s’enregistre : cette date ne peut pas être à venir.',
          en: 'Only what has already happened is recorded: this date cannot be to come.',
        },
        { field },
      )
    : null;

/**
 * Refuses a date before the object it is about was there: nothing is done, reported or answered of it then. A source may
 * date as it likes.
 *
 * @param began when the object was made or received
 */
export const beforeItBegan = (
  rule: string,
  { occurredOn, takenOver }: { readonly occurredOn?: When } & Pick<CommonFacts, 'takenOver'>,
  began: When,
): Refusal | null =>
  occurredOn !== undefined && !takenOver && lastDay(occurredOn) < firstDay(began)
    ? refuse(
        rule,
        {
          fr: `Cette date précède ce dont il s’agit, qui date du ${firstDay(began)} : vérifiez-la.`,
          en: `This date is before what it is about, which dates from ${firstDay(began)}: check it.`,
        },
        { field: 'occurredOn' },
      )
    : null;
