import type { When } from '@fil/facts/dates/when';
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
