/** Where two values of JSON part first, in the order of the second: `/chapters/onePage/contributions/received/count`. */
export interface Difference {
  /** A JSON pointer; empty: the whole. */
  readonly at: string;
  readonly stated: unknown;
  readonly computed: unknown;
}

export function firstDifference(stated: unknown, computed: unknown, at = ''): Difference | null {
  if (Object.is(stated, computed)) return null;
  if (!isTree(stated) || !isTree(computed) || Array.isArray(stated) !== Array.isArray(computed)) {
    return { at, stated, computed };
  }
  for (const key of new Set([...Object.keys(computed), ...Object.keys(stated)])) {
    const found = firstDifference(own(stated, key), own(computed, key), `${at}/${key}`);
    if (found) return found;
  }
  return null;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;
