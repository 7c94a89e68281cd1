/** How ids and times are spelled in entries and promises: one spelling each. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^(\d{4}-(?:0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/** `YYYY-MM-DDThh:mm:ssZ`, of a second that exists. */
export function isInstant(text: string): boolean {
  const [, date, day] = INSTANT.exec(text) ?? [];
  if (date === undefined || day === undefined) return false;
  // Every month has 28 days. `Date` takes 30 February for 2 March, so it is asked for the day again.
  return Number(day) <= 28 || new Date(date).getUTCDate() === Number(day);
}

/** Seconds since 1970. @param instant `YYYY-MM-DDThh:mm:ssZ` */
export const secondsOf = (instant: string): number => Date.parse(instant) / 1000;
