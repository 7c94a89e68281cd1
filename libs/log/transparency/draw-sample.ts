import { createHash } from 'node:crypto';

/**
 * A sample that anybody can draw again: each id is hashed behind the root of the cut, and the first in the order of these
 * hashes are drawn. Nobody who records before the cut knows the order, nobody after it can change it, and a larger sample
 * of the same cut begins with the smaller one.
 *
 * @param root 64 hexadecimal digits
 * @param ids each once, in any order
 * @param most how many to draw
 * @returns in the order in which they were drawn: that of SHA-256("fil-sample/1" LF root LF id LF)
 */
export function drawSample(root: string, ids: readonly string[], most: number): string[] {
  return ids
    .map((id) => ({ id, rank: createHash('sha256').update(`fil-sample/1\n${root}\n${id}\n`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
