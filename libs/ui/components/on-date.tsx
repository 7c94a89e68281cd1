import type { When } from '@fil/facts/dates/when';
import { formatFor, formatOn, formatWhen, machineDate } from '../format/dates';
import type { Frame } from '../page/frame';

const WRITTEN = { bare: formatWhen, on: formatOn, for: formatFor } as const;

/** A date no more precise than it is known: « 3 mars 2026 », with `as="on"` « le 3 mars 2026 », « en mars 2026 ». */
export function OnDate({ frame, when, as = 'bare' }: { frame: Frame; when: When; as?: keyof typeof WRITTEN }) {
  const written = WRITTEN[as](when, frame.language);
  const machine = machineDate(when);
  return machine === undefined ? <span>{written}</span> : <time dateTime={machine}>{written}</time>;
}
