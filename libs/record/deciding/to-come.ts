import { firstDay, type When } from '@fil/facts/dates/when';

/** True when it cannot have happened yet: its first possible day is after today. */
export const isToCome = (when: When, today: string): boolean => firstDay(when) > today;
