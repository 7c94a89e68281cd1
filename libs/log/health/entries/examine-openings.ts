import type { Entry } from '../../transparency/entry';
import { fits } from '../../vault/fits';
import type { StoredOpening } from '../../vault/vault-store.port';

/**
 * `missing`: nothing was kept for a commitment. `other`: what was kept does not fit it. `emptied`, `keyless`: it was
 * emptied, or the key of the person is gone, and no order of erasure says so.
 */
export type OpeningFault = 'missing' | 'other' | 'emptied' | 'keyless';

/** What orders of erasure have taken away. */
export interface Erasable {
  field(eventId: string, path: string): boolean;
  /** All that is this person's. */
  subject(subject: string): boolean;
}

/** Each commitment of an entry is openable, or erased by an order. @param openings of its event */
export const examineOpenings = (
  { id, sealed }: Pick<Entry, 'id' | 'sealed'>,
  openings: readonly StoredOpening[],
  erasable: Erasable,
): OpeningFault[] =>
  Object.entries(sealed).flatMap(([path, committed]) => {
    const found = openings.find((one) => one.path === path && one.commitment.toString('base64') === committed);
    const fault = found ? faultOf(found, erasable) : 'missing';
    return fault === null || (fault === 'missing' && erasable.field(id, path)) ? [] : [fault];
  });

function faultOf(opening: StoredOpening, erasable: Erasable): OpeningFault | null {
  const { eventId, path, subject, content, key } = opening;
  const allowed = erasable.field(eventId, path) || (subject !== null && erasable.subject(subject));
  if (content === null) return allowed ? null : 'emptied';
  if (subject !== null && key === null) return allowed ? null : 'keyless';
  return fits(opening) ? null : 'other';
}
