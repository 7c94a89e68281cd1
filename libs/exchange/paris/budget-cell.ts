/** Whole euros, also as `624.0`, `1,659,543` or `7 000,00 €` (05 §6): groups of three, at most two decimals. */
const AMOUNT = /^(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?:[ \u00a0\u202f]?€)?$/u;
const MOST_CENTS = 1_000_000_000_000_00;

/** Euro cents, or null when the cell is no amount. Zero is an amount. */
export function centsIn(cell: string): number | null {
  const match = AMOUNT.exec(cell.trim());
  if (!match) return null;
  const cents = Number(match[1]!.replace(/\D/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= MOST_CENTS ? cents : null;
}
