/** One row of a table, with where it stands in its file. */
export interface TableRow<C extends string = string> {
  /** Line of the file on which the row begins, from 1, the header included. */
  readonly line: number;
  /** Where its bytes are: a RowIndex finds it again. */
  readonly span: Span;
  /** Cells by column, as written; cells of columns that nobody asked for are left out. */
  readonly cells: Readonly<Record<C, string>>;
}

/** Bytes of a file, from `start`. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** What a table is expected to be. */
export interface TableShape<C extends string> {
  readonly delimiter: ',' | ';' | '\t';
  /** Columns the file must have, by exact name; it may have others, in any order. */
  readonly columns: readonly C[];
}
