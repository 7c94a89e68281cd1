/** How ids and times are spelled in entries and promises: one spelling each. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/** `YYYY-MM-DDThh:mm:ssZ`, of a second that exists. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z');
}

/** Seconds since 1970. @param instant `YYYY-MM-DDThh:mm:ssZ` */
export const secondsOf = (instant: string): number => Date.parse(instant) / 1000;
