import { commitment } from '../transparency/commitment';
import { contentOf } from './vault';
import type { StoredOpening } from './vault-store.port';

/** Whether what was kept is what the entry commits to; no when it was erased, or when the key does not open it. */
export function fits(opening: StoredOpening): boolean {
  let opened: ReturnType<typeof contentOf>;
  try {
    opened = contentOf(opening);
  } catch {
    // The key does not open it.
    return false;
  }
  const { eventId, path } = opening;
  return opened !== null && commitment(opened.salt, eventId, path, opened.json).equals(opening.commitment);
}
