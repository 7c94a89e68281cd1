/**
 * Small groups are taken out of a table of counts before anything of it is recorded (02 §2.2): counts under five, and
 * further cells wherever one that was taken out could be computed back from the others and the totals.
 *
 * A cell can be computed back when no other table of whole numbers from 0 fits what is shown. Seen as a network whose
 * knots are the lines of the table and whose links are the hidden cells, another table is a circuit along which ones are
 * added and taken away in turn: a cell without a circuit is known.
 *
 * A zero is such a count: this is of what people are, not of what they answered (`figures/small-cells` says why that differs).
 *
 * Nor are the hidden cells of a line told together, by what is missing to its total, when they are under five in all.
 */
import { SMALLEST_CELL } from '@fil/facts/figures/small-cells';

/** Counts row after row. One column: the rows of a simple table. */
export interface CountTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly number[];
}

/** Null: not told. A simple table has no totals but the one. */
export interface PublishedTable {
  readonly cells: readonly (number | null)[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

interface Cell {
  readonly value: number;
  readonly row: number;
  readonly column: number;
  /** A total of one line counts against its cells; the total of all counts with them. */
  readonly sign: 1 | -1;
  readonly kind: 'inner' | 'lineTotal' | 'total';
}

export function suppress({ rows, columns, cells: counts }: CountTable): PublishedTable {
  const grid = columns === 1 ? simpleGrid(counts) : crossedGrid(rows, columns, counts);
  const hidden = hiddenCells(grid);
  const shown = (kind: Cell['kind'], where: (cell: Cell) => boolean = () => true): (number | null)[] =>
    grid.filter((cell) => cell.kind === kind && where(cell)).map((cell) => (hidden.has(cell) ? null : cell.value));
  return {
    cells: shown('inner'),
    rowTotals: shown('lineTotal', ({ column }) => column === columns),
    columnTotals: shown('lineTotal', ({ row }) => row === rows),
    total: shown('total')[0]!,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Its rows are no lines that add up to anything: they are one knot. */
const simpleGrid = (counts: readonly number[]): Cell[] => [
  ...counts.map((value): Cell => ({ value, row: 0, column: 0, sign: 1, kind: 'inner' })),
  { value: sum(counts), row: 0, column: 0, sign: -1, kind: 'total' },
];

function crossedGrid(rows: number, columns: number, counts: readonly number[]): Cell[] {
  const at = (row: number, column: number): number => counts[row * columns + column]!;
  const grid: Cell[] = [];
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  for (const row of upTo(rows)) {
    for (const column of upTo(columns)) grid.push({ value: at(row, column), row, column, sign: 1, kind: 'inner' });
  }
  for (const row of upTo(rows)) {
    const value = sum(upTo(columns).map((column) => at(row, column)));
    grid.push({ value, row, column: columns, sign: -1, kind: 'lineTotal' });
  }
  for (const column of upTo(columns)) {
    const value = sum(upTo(rows).map((row) => at(row, column)));
    grid.push({ value, row: rows, column, sign: -1, kind: 'lineTotal' });
  }
  grid.push({ value: sum(counts), row: rows, column: columns, sign: 1, kind: 'total' });
  return grid;
}

function hiddenCells(grid: readonly Cell[]): ReadonlySet<Cell> {
  const hidden = new Set(grid.filter(({ value }) => value < SMALLEST_CELL));
  for (;;) {
    const thin = thinLine(grid, hidden);
    if (thin) {
      hidden.add(thin);
      continue;
    }
    const known = [...hidden].find((cell) => !canVary(cell, hidden));
    if (!known) return hidden;
    hidden.add(nextToHide(grid, hidden, known));
  }
}

/** The smallest cell to add to a line whose total is told, and whose hidden cells are too few people in all. */
function thinLine(grid: readonly Cell[], hidden: ReadonlySet<Cell>): Cell | null {
  for (const line of ['row', 'column'] as const) {
    for (const at of new Set([...hidden].map((cell) => cell[line]))) {
      const cells = grid.filter((cell) => cell[line] === at);
      const total = cells.at(-1)!;
      const parts = cells.slice(0, -1);
      const told = parts.filter((cell) => !hidden.has(cell)).sort((a, b) => a.value - b.value);
      const missing = sum(parts.map(({ value }) => value)) - sum(told.map(({ value }) => value));
      if (!hidden.has(total) && told.length < parts.length && missing < SMALLEST_CELL) return told[0]!;
    }
  }
  return null;
}

/**
 * One that closes a circuit where there is such a cell, else one in a line that has no second hidden cell yet; the smallest
 * of them. Totals of lines last, as another table may tell them; the total of all is never relied on: the number of
 * participants is told elsewhere.
 */
function nextToHide(grid: readonly Cell[], hidden: ReadonlySet<Cell>, known: Cell): Cell {
  const hiddenIn = (line: 'row' | 'column', { [line]: at }: Cell): number =>
    [...hidden].filter((cell) => cell[line] === at).length;
  const closes = (cell: Cell): boolean =>
    hiddenIn('row', cell) > 0 && hiddenIn('column', cell) > 0 && canVary(known, new Set(hidden).add(cell));
  const [lonelyRow, lonelyColumn] = [hiddenIn('row', known) === 1, hiddenIn('column', known) === 1];
  const rank = (cell: Cell): number => {
    if (closes(cell)) return 0;
    const [inRow, inColumn] = [cell.row === known.row, cell.column === known.column];
    if ((inRow && lonelyRow) || (inColumn && lonelyColumn)) return 1;
    return inRow || inColumn ? 2 : 3;
  };
  const [next] = grid
    .filter((cell) => cell.kind !== 'total' && !hidden.has(cell))
    .map((cell) => ({ cell, rank: rank(cell), ofTotals: cell.kind === 'inner' ? 0 : 1 }))
    .sort((a, b) => a.ofTotals - b.ofTotals || a.rank - b.rank || a.cell.value - b.cell.value);
  if (!next) throw new Error('a table with nothing left to hide tells no cell');
  return next.cell;
}

/** Whether another table fits what is shown, with another number in this cell. */
const canVary = (cell: Cell, hidden: ReadonlySet<Cell>): boolean =>
  (mayChange(cell, 1) && leads(cell.column, 'column', cell.row, cell, hidden)) ||
  (mayChange(cell, -1) && leads(cell.row, 'row', cell.column, cell, hidden));

/** @param flow 1 along the link from row to column, −1 back. Counts are never under 0. */
const mayChange = ({ value, sign }: Cell, flow: 1 | -1): boolean => sign * flow > 0 || value > 0;

/** Whether the other hidden cells lead from one end of a cell back to the other. */
function leads(from: number, side: 'row' | 'column', to: number, cell: Cell, hidden: ReadonlySet<Cell>): boolean {
  const goal = side === 'row' ? `column ${to}` : `row ${to}`;
  const reached = new Set([`${side} ${from}`]);
  for (const knot of reached) {
    if (knot === goal) return true;
    for (const link of hidden) {
      if (link === cell) continue;
      const [row, column] = [`row ${link.row}`, `column ${link.column}`];
      if (knot === row && mayChange(link, 1)) reached.add(column);
      if (knot === column && mayChange(link, -1)) reached.add(row);
    }
  }
  return false;
}
