import type { Figure } from '../figures/published-figures';

/** A number that is the length of a list, with the list. */
export const figureOf = (ids: readonly string[]): Figure => ({ count: ids.length, ids });

/** Lists by code, the longest first; equal ones by code, so that the same entries give the same table. */
export function tableOf<C extends string>(pairs: Iterable<readonly [code: C, id: string]>): CountedBy<C>[] {
  const ids = new Map<C, string[]>();
  for (const [code, id] of pairs) {
    const found = ids.get(code);
    if (found) found.push(id);
    else ids.set(code, [id]);
  }
  return [...ids]
    .map(([code, some]) => ({ code, ...figureOf(some) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

export interface CountedBy<C extends string> extends Figure {
  readonly code: C;
}

/** A table of the published figures as rows. */
export const rowsOf = <C extends string>(table: ReadonlyMap<C, Figure>): CountedBy<C>[] =>
  [...table].map(([code, { count, ids }]) => ({ code, count, ids }));
