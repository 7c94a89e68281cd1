const NEEDS_QUOTES = /[",;\r\n]/;
/** What a spreadsheet would run as a formula when it opens the file (05 §6). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of a CSV file to write, separated by commas, with the guard against formulas. Ends with CRLF (RFC 4180). */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(FORMULA.test(cell) ? `'${cell}` : cell))).join(',')}\r\n`;

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
