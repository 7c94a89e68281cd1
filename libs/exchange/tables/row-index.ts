import { open, type FileHandle } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readTable } from './read-table';
import type { Span, TableRow, TableShape } from './table-row';

/**
 * Finds rows of a table by key without holding the table: where each row's bytes are, and nothing else, is in memory.
 * The file must not change meanwhile.
 */
export class RowIndex<C extends string> {
  private readonly places = new Map<string, { readonly span: Span; readonly line: number }>();
  private headerLength = 0;
  private file: Promise<FileHandle> | null = null;

  constructor(
    private readonly path: string,
    private readonly shape: TableShape<C>,
  ) {}

  get size(): number {
    return this.places.size;
  }

  /**
   * Reads the table once and indexes its rows; a row whose key is there already is handed to `twice`.
   *
   * @param keyOf the key of a row, or null to leave it out.
   * @throws TableError
   */
  async build(
    keyOf: (row: TableRow<C>) => string | null,
    twice: (row: TableRow<C>, first: number) => void,
  ): Promise<void> {
    for await (const row of readTable(this.path, this.shape)) {
      if (this.headerLength === 0) this.headerLength = row.span.start;
      const key = keyOf(row);
      if (key === null) continue;
      const first = this.places.get(key);
      if (first) twice(row, first.line);
      else this.places.set(key, { span: row.span, line: row.line });
    }
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  keys(): IterableIterator<string> {
    return this.places.keys();
  }

  /** Line on which the row with this key begins. */
  lineOf(key: string): number | null {
    return this.places.get(key)?.line ?? null;
  }

  async find(key: string): Promise<Omit<TableRow<C>, 'span'> | null> {
    const place = this.places.get(key);
    if (!place) return null;
    // The promise is kept, not the handle: two callers at once must not open it twice.
    const file = await (this.file ??= open(this.path));
    const bytes = Buffer.concat([
      await bytesOf(file, 0, this.headerLength),
      await bytesOf(file, place.span.start, place.span.length),
    ]);
    const [header, record] = parse(bytes, {
      bom: true,
      delimiter: this.shape.delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const names = header!.map((name) => name.trim());
    const cells = Object.fromEntries(this.shape.columns.map((column) => [column, record![names.indexOf(column)]!]));
    return { line: place.line, cells: cells as Record<C, string> };
  }

  async close(): Promise<void> {
    const file = await this.file;
    this.file = null;
    await file?.close();
  }
}

async function bytesOf(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer;
}
