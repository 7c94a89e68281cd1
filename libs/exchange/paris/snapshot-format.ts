import type { TableRow, TableShape } from '../tables/table-row';
import type { Interpreted, ProjectCell } from './interpret-cells';
import type { Snapshot } from './project-row';

/** How one snapshot of the source is written. */
export interface SnapshotFormat {
  readonly snapshot: Snapshot;
  readonly shape: TableShape<string>;
  readonly columns: Readonly<Record<ProjectCell, string>>;
  /** Columns of the source for which this register has no place. */
  readonly notTakenOver: readonly string[];
  interpret(row: Pick<TableRow, 'line' | 'cells'>): Interpreted;
}

/** The cells by what they mean. */
export const byMeaning = (
  cells: Readonly<Record<string, string>>,
  columns: Readonly<Record<ProjectCell, string>>,
): Record<ProjectCell, string> =>
  Object.fromEntries(Object.entries(columns).map(([meaning, column]) => [meaning, cells[column]!])) as Record<
    ProjectCell,
    string
  >;
