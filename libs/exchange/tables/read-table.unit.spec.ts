import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from './read-table';
import { RowIndex } from './row-index';
import { TableError } from './table-error';
import type { TableShape } from './table-row';

const shape: TableShape<'id' | 'words'> = { delimiter: ';', columns: ['id', 'words'] };
const folder = mkdtempSync(join(tmpdir(), 'fil-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (content: string | Buffer): string => {
  const path = join(folder, 'table.csv');
  writeFileSync(path, content);
  return path;
};
async function rowsOf(content: string | Buffer): Promise<[number, string, string][]> {
  const rows: [number, string, string][] = [];
  for await (const { line, cells } of readTable(written(content), shape)) rows.push([line, cells.id, cells.words]);
  return rows;
}
async function refusal(content: string | Buffer): Promise<TableError> {
  const error: unknown = await rowsOf(content).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TableError)) throw new Error(`not refused as a table: ${String(error)}`);
  expect(error.reason.fr).not.toBe('');
  return error;
}

describe('reading a table', () => {
  it('names the line on which each row begins, across line breaks inside cells', async () => {
    const rows = await rowsOf('\uFEFFother;id;words\r\nx;1;"a\nb"\r\n\r\nx;2;"say ""yes"""\r\n');
    expect(rows).toEqual([
      [2, '1', 'a\nb'],
      [5, '2', 'say "yes"'],
    ]);
  });

  it('does without a last line break, and with columns in any order', async () => {
    expect(await rowsOf('words;id\nz;9')).toEqual([[2, '9', 'z']]);
  });

  it('refuses a quote that is never closed, naming the line where it was opened', async () => {
    expect((await refusal('id;words\n1;a\n2;"b\n3;c\n4;d\n')).line).toBe(3);
  });

  it('refuses a misplaced quote', async () => {
    expect((await refusal('id;words\n1;a\n2;"b"c\n')).line).toBe(3);
  });

  it('refuses a row with another number of cells', async () => {
    expect((await refusal('id;words\n1;a\n2;b;c\n')).line).toBe(3);
  });

  it('refuses a file without an expected column, and asks about the separator', async () => {
    const { line, reason } = await refusal('id,words\n1,a\n');
    expect(line).toBe(1);
    expect(reason.fr).toMatch(/« id », « words ».*séparateur/);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFid;words\n1;a\n', 'utf16le'), 1],
    ['UTF-16 without', Buffer.from('id;words\n1;a\n', 'utf16le'), 1],
    ['Latin-1', Buffer.from('id;words\n1;a\n2;été\n3;b\n', 'latin1'), 3],
    ['a character cut at the end', Buffer.from('id;words\n1;é').subarray(0, -1), 2],
  ])('refuses %s', async (_, bytes, line) => {
    const error = await refusal(bytes);
    expect(error.reason.en).toContain('not UTF-8');
    expect(error.line).toBe(line);
  });

  it('takes characters that a chunk of the file cuts in two', async () => {
    // The stream reads 64 KiB at a time: with two bytes each, one of the two lengths cuts an é.
    for (const pad of ['', 'x']) {
      const words = pad + 'é'.repeat(70_000);
      expect(await rowsOf(`id;words\n1;${words}\n`)).toEqual([[2, '1', words]]);
    }
  });

  it('refuses an empty file and a missing one', async () => {
    expect((await refusal('')).reason.en).toContain('empty');
    const missing = readTable(join(folder, 'nowhere.csv'), shape).next();
    await expect(missing).rejects.toMatchObject({ file: 'nowhere.csv', line: null });
  });
});

describe('an index of rows', () => {
  it('finds a row again by its key, and hands over the second of two', async () => {
    const index = new RowIndex(written('\uFEFFid;words\r\n1;"a\r\né"\r\n2;b\r\n1;c\r\n'), shape);
    const twice: [number, number][] = [];
    await index.build(
      ({ cells }) => cells.id,
      ({ line }, first) => twice.push([line, first]),
    );
    expect(twice).toEqual([[5, 2]]);
    const [one, two] = await Promise.all([index.find('1'), index.find('2')]);
    expect(one).toEqual({ line: 2, cells: { id: '1', words: 'a\r\né' } });
    expect(two).toEqual({ line: 4, cells: { id: '2', words: 'b' } });
    expect(await index.find('3')).toBeNull();
    await index.close();
  });
});
