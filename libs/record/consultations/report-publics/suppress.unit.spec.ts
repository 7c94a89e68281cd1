import fc from 'fast-check';
import { SMALLEST_CELL } from '@fil/facts/figures/small-cells';
import { suppress, type CountTable, type PublishedTable } from './suppress';

const simple = (...cells: number[]): CountTable => ({ rows: cells.length, columns: 1, cells });

/** Other whole tables that fit what is shown: each hidden cell one more, one less or as it is. Tries them all. */
function othersThatFit(table: CountTable, shown: PublishedTable): readonly (readonly number[])[] {
  const free = shown.cells.flatMap((cell, n) => (cell === null ? [n] : []));
  const changes = new Int8Array(table.cells.length);
  const lineOf = (line: number[], count: number): number[][] =>
    Array.from({ length: count }, (_, at) => free.filter((n) => line[n] === at));
  const rows = lineOf(
    table.cells.map((_, n) => Math.floor(n / table.columns)),
    table.rows,
  );
  const columns = lineOf(
    table.cells.map((_, n) => n % table.columns),
    table.columns,
  );
  const toldLines = [
    ...rows.filter((_, n) => (shown.rowTotals[n] ?? null) !== null),
    ...columns.filter((_, n) => (shown.columnTotals[n] ?? null) !== null),
    ...(shown.total === null ? [] : [free]),
  ];
  const found: number[][] = [];
  for (let n = 0, all = 3 ** free.length; n < all; n++) {
    for (let i = 0, rest = n; i < free.length; i++, rest = Math.floor(rest / 3)) changes[free[i]!] = (rest % 3) - 1;
    if (free.some((at) => table.cells[at]! + changes[at]! < 0)) continue;
    if (toldLines.every((line) => line.reduce((sum, at) => sum + changes[at]!, 0) === 0))
      found.push(table.cells.map((cell, at) => cell + changes[at]!));
  }
  return found;
}

const margins = ({ rows, columns, cells }: CountTable) => {
  const sums = (count: number, of: (n: number) => number): number[] =>
    Array.from({ length: count }, (_, line) => cells.reduce((all, cell, n) => (of(n) === line ? all + cell : all), 0));
  return {
    rowTotals: sums(rows, (n) => Math.floor(n / columns)),
    columnTotals: sums(columns, (n) => n % columns),
    total: cells.reduce((all, cell) => all + cell, 0),
  };
};

const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const anyTable = fc
  .constantFrom([1, 1], [2, 1], [4, 1], [7, 1], [2, 2], [2, 3], [3, 2], [3, 3], [2, 4])
  .chain(([rows, columns]) =>
    fc
      .array(count, { minLength: rows * columns, maxLength: rows * columns })
      .map((cells): CountTable => ({ rows: rows, columns: columns, cells })),
  );

describe('the counts of publics that are told', () => {
  it('leaves out counts under five, and a second cell where the first could be computed back', () => {
    expect(suppress(simple(40, 12, 3))).toEqual({
      cells: [40, null, null],
      rowTotals: [],
      columnTotals: [],
      total: 55,
    });
    expect(suppress(simple(40, 12, 9)).cells).toEqual([40, 12, 9]);
  });

  it('does not take two groups of nobody for a protection: together they are nobody', () => {
    expect(suppress(simple(20, 0, 0)).cells).toEqual([null, null, null]);
  });

  it('leaves out three more in a crossed table', () => {
    const shown = suppress({ rows: 3, columns: 3, cells: [3, 20, 30, 40, 50, 60, 70, 80, 90] });
    expect(shown.cells).toEqual([null, null, 30, null, null, 60, 70, 80, 90]);
    expect(shown.rowTotals).toEqual([53, 150, 240]);
    expect(shown.total).toBe(443);
  });

  it('tells nothing of a public under five', () => {
    expect(suppress(simple(2, 1))).toEqual({ cells: [null, null], rowTotals: [], columnTotals: [], total: null });
  });

  it('no table published lets a suppressed cell be computed from its totals', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = suppress(table);
        const others = othersThatFit(table, shown);
        shown.cells.forEach((cell, n) => {
          if (cell === null && !(table.cells.length === 1 && shown.total === null))
            expect(new Set(others.map((cells) => cells[n])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('tells no total of a line from which a suppressed one could be computed', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = suppress(table);
        const others = othersThatFit(table, shown).map((cells) => margins({ ...table, cells }));
        shown.rowTotals.forEach((total, n) => {
          if (total === null) expect(new Set(others.map((other) => other.rowTotals[n])).size).toBeGreaterThan(1);
        });
        shown.columnTotals.forEach((total, n) => {
          if (total === null) expect(new Set(others.map((other) => other.columnTotals[n])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('tells what is as it is, and nothing under five', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = suppress(table);
        const { rowTotals, columnTotals, total } = margins(table);
        const told = (values: readonly (number | null)[], are: readonly number[]): void =>
          values.forEach((value, n) => {
            if (value !== null) expect(value).toBe(are[n]);
            if (value !== null) expect(value).toBeGreaterThanOrEqual(SMALLEST_CELL);
          });
        told(shown.cells, table.cells);
        told(shown.rowTotals, rowTotals);
        told(shown.columnTotals, columnTotals);
        told([shown.total], [total]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not tell, by what is missing to a total, that some groups are fewer than five together', () => {
    expect(suppress(simple(40, 12, 3, 1)).cells).toEqual([40, null, null, null]);
    fc.assert(
      fc.property(anyTable, (table) => {
        const shown = suppress(table);
        const missing = (total: number | null, cells: readonly number[]): void => {
          const hidden = cells.filter((n) => shown.cells[n] === null);
          if (total === null || hidden.length === 0) return;
          expect(hidden.reduce((all, n) => all + table.cells[n]!, 0)).toBeGreaterThanOrEqual(SMALLEST_CELL);
        };
        const cells = table.cells.map((_, n) => n);
        if (table.columns === 1) missing(shown.total, cells);
        shown.rowTotals.forEach((total, row) =>
          missing(
            total,
            cells.filter((n) => Math.floor(n / table.columns) === row),
          ),
        );
        shown.columnTotals.forEach((total, column) =>
          missing(
            total,
            cells.filter((n) => n % table.columns === column),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('tells most of a large table', () => {
    const cells = Array.from({ length: 500 }, (_, n) => (n % 37 === 0 ? 2 : 20 + n));
    const shown = suppress({ rows: 25, columns: 20, cells });
    expect(shown.cells.filter((cell) => cell === null).length).toBeLessThan(150);
  });
});
