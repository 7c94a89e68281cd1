/** Days in Paris as instants, across changes of the clocks: Temporal knows the zone. */
import { Temporal } from 'temporal-polyfill';

const PARIS = 'Europe/Paris';

const startOf = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime({ timeZone: PARIS, plainTime: '00:00' }).epochMilliseconds);

/** The instant at which a day begins in Paris. */
export const startOfDay = (day: string): Date => startOf(Temporal.PlainDate.from(day));

/** The instant at which a day is over in Paris: midnight of the next one. */
export const endOfDay = (day: string): Date => startOf(Temporal.PlainDate.from(day).add({ days: 1 }));
