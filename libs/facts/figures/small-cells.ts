/**
 * Counts of people that are published without saying who: 02 §2.2 and §5.
 *
 * Two rules, of two kinds of counts. Here: what people answered. Each is in one answer, an answer nobody gave says so, as
 * a ballot does, and the distribution stands by itself. Of publics reached (`report-publics/suppress`): what people are,
 * maybe crossed. There a zero is a cell under five as any other: it says of a group that is known from elsewhere that none
 * of it came, and in a crossed table it lets what is hidden beside it be computed back.
 */

/** Below it, a count of people may say who they are. */
export const SMALLEST_CELL = 5;

/**
 * A distribution as it may be shown. A count from 1 to 4 is left out, and with it as many others, the smallest first, as
 * it takes for none to be computed back from the total: at least two are left out, of five people at least. A zero says
 * of nobody what she answered. All are left out of fewer than five people.
 *
 * @param counts of one question: each person is in one of them
 */
export function suppressed(counts: readonly number[]): (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < SMALLEST_CELL) return counts.map(() => null);
  const hidden = new Set(counts.flatMap((count, n) => (count > 0 && count < SMALLEST_CELL ? [n] : [])));
  if (hidden.size === 0) return [...counts];
  const next = counts
    .map((count, n) => ({ count, n }))
    .filter(({ count }) => count >= SMALLEST_CELL)
    .sort((a, b) => a.count - b.count || a.n - b.n);
  const hiddenPeople = (): number => [...hidden].reduce((sum, n) => sum + counts[n]!, 0);
  for (const { n } of next) {
    if (hidden.size >= 2 && hiddenPeople() >= SMALLEST_CELL) break;
    hidden.add(n);
  }
  return counts.map((count, n) => (hidden.has(n) ? null : count));
}
