import type { DecisionTaker } from './take-decision';

/** How many streams are looked for at the same moment. */
const AT_ONCE = 16;

/**
 * The first of these objects that does not exist. They may be too many to be named in an event's `basis`; an object that
 * exists never ceases to.
 */
export async function firstMissing(decisions: DecisionTaker, ids: readonly string[]): Promise<string | null> {
  for (let n = 0; n < ids.length; n += AT_ONCE) {
    const some = ids.slice(n, n + AT_ONCE);
    const found = await Promise.all(some.map((id) => decisions.exists(id)));
    const missing = some.find((_, i) => !found[i]);
    if (missing !== undefined) return missing;
  }
  return null;
}
