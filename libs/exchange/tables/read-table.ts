import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { TableError } from './table-error';
import type { Span, TableRow, TableShape } from './table-row';
import { Utf8Check } from './utf8-check';

/** Longest row, bytes: an unclosed quote must not swallow a file of any size before it is noticed. */
const LONGEST_ROW = 4_000_000;

interface Parsed {
  readonly record: string[];
  readonly info: Info;
}

/**
 * Reads a CSV file row by row in bounded memory, each row with its line. UTF-8 with or without BOM, LF or CRLF, line
 * breaks inside quoted cells. Blank lines are passed over.
 *
 * @throws TableError for a file that is missing, empty, in another encoding, without an expected column, with a row of
 *   another number of cells, or with a quote that is not closed.
 */
export async function* readTable<C extends string>(
  path: string,
  shape: TableShape<C>,
): AsyncGenerator<TableRow<C>, void, void> {
  const file = basename(path);
  const parser = parse({
    bom: true,
    delimiter: shape.delimiter,
    info: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  let endLine = 0;
  let endByte = 0;
  const bytes = new Utf8Check(file);
  const rows = pipeline(createReadStream(path), bytes, parser, () => undefined);
  let header: readonly string[] | null = null;
  let places: readonly (readonly [C, number])[] = [];
  try {
    for await (const { record, info } of rows as AsyncIterable<Parsed>) {
      const line = endLine + 1;
      const span: Span = { start: endByte, length: info.bytes - endByte };
      endLine += bytes.lineBreaksBefore(info.bytes);
      endByte = info.bytes;
      if (record.length === 1 && record[0]!.trim() === '') continue;
      if (!header) {
        header = record;
        places = placesOf(file, shape, record);
        continue;
      }
      if (record.length !== header.length) throw wrongLength(file, line, header.length, record.length);
      yield {
        line,
        span,
        cells: Object.fromEntries(places.map(([column, at]) => [column, record[at]!])) as Record<C, string>,
      };
    }
  } catch (error) {
    throw asTableError(error, file, endLine + 1);
  }
  if (!header) throw new TableError(file, null, { fr: 'le fichier est vide.', en: 'the file is empty.' });
}

function placesOf<C extends string>(
  file: string,
  shape: TableShape<C>,
  header: readonly string[],
): (readonly [C, number])[] {
  const names = header.map((name) => name.trim());
  const missing = shape.columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const listed = missing.map((name) => `« ${name} »`).join(', ');
    const found =
      names.length === 1
        ? { fr: ' Le séparateur est-il le bon ?', en: ' Is it the right separator?' }
        : { fr: '', en: '' };
    throw new TableError(file, 1, {
      fr: `il manque ${missing.length === 1 ? 'la colonne' : 'les colonnes'} ${listed} (séparateur attendu : « ${shape.delimiter} »).${found.fr}`,
      en: `missing ${missing.length === 1 ? 'column' : 'columns'} ${missing.map((name) => `"${name}"`).join(', ')} (expected separator: "${shape.delimiter}").${found.en}`,
    });
  }
  const twice = shape.columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) {
    throw new TableError(file, 1, {
      fr: `la colonne « ${twice} » y est deux fois.`,
      en: `the column "${twice}" is there twice.`,
    });
  }
  return shape.columns.map((column) => [column, names.indexOf(column)] as const);
}

const wrongLength = (file: string, line: number, expected: number, found: number): TableError =>
  new TableError(file, line, {
    fr: `cette ligne compte ${found} cellules, l’en-tête ${expected}. Un séparateur ou un guillemet y est sans doute de trop.`,
    en: `this row has ${found} cells, the header ${expected}. There may be one separator or quote too many.`,
  });

function asTableError(error: unknown, file: string, line: number): unknown {
  if (error instanceof TableError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new TableError(file, null, { fr: 'le fichier est introuvable.', en: 'the file does not exist.' });
  if (code === 'EACCES' || code === 'EISDIR')
    return new TableError(file, null, { fr: 'le fichier ne peut pas être lu.', en: 'the file cannot be read.' });
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new TableError(file, line, {
      fr: 'un guillemet est ouvert sur cette ligne (ou dans la cellule qui y commence) et n’est jamais refermé.',
      en: 'a quote is opened on this line (or in the cell that begins there) and never closed.',
    });
  }
  return new TableError(file, line, {
    fr: 'un guillemet est mal placé sur cette ligne : doublez-le à l’intérieur d’une cellule entre guillemets.',
    en: 'a quote is misplaced on this line: double it inside a quoted cell.',
  });
}
