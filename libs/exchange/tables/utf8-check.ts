import { Transform, type TransformCallback } from 'node:stream';
import { TableError } from './table-error';

const LINE_FEED = 0x0a;

/**
 * Lets the bytes of a file through as long as they are UTF-8 text. A spreadsheet's UTF-16 or Latin-1 would otherwise
 * become replacement characters, which nobody can undo once they are recorded.
 *
 * Fails with a TableError that names the line.
 */
export class Utf8Check extends Transform {
  /** Where the line breaks are that passed and that nobody has asked about yet. */
  private breaks: number[] = [];
  private passed = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private line = 1;
  private first = true;

  constructor(private readonly file: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.first && looksLikeUtf16(chunk)) return done(this.notUtf8(1, 'UTF-16'));
    this.first = false;
    const nul = chunk.indexOf(0);
    if (nul >= 0) return done(this.notUtf8(this.line + linesIn(chunk.subarray(0, nul)), 'UTF-16'));
    try {
      this.decoder.decode(chunk, { stream: true });
    } catch {
      return done(this.notUtf8(this.line + linesIn(chunk.subarray(0, firstWrongByte(chunk))), null));
    }
    this.line += linesIn(chunk);
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1))
      this.breaks.push(this.passed + at);
    this.passed += chunk.length;
    done(null, chunk);
  }

  /**
   * How many line breaks there are before this byte and after the one asked about last. The parser counts lines too,
   * but a CRLF inside quotes twice.
   */
  lineBreaksBefore(byte: number): number {
    const later = this.breaks.findIndex((at) => at >= byte);
    const count = later < 0 ? this.breaks.length : later;
    this.breaks = this.breaks.slice(count);
    return count;
  }

  override _flush(done: TransformCallback): void {
    try {
      this.decoder.decode();
      done();
    } catch {
      done(this.notUtf8(this.line, null));
    }
  }

  private notUtf8(line: number, found: string | null): TableError {
    return new TableError(this.file, line, {
      fr: `le fichier n’est pas en UTF-8${found ? ` (il semble être en ${found})` : ''}. Enregistrez-le en « CSV UTF-8 », puis recommencez.`,
      en: `the file is not UTF-8${found ? ` (it looks like ${found})` : ''}. Save it as "CSV UTF-8", then try again.`,
    });
  }
}

const looksLikeUtf16 = (start: Buffer): boolean =>
  start.length >= 2 && ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff));

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

/** Where decoding stops, found by halves: the decoder says that it failed, not where. */
function firstWrongByte(bytes: Buffer): number {
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    try {
      // A character cut at the end is not an error yet; one cut at the start is the previous chunk's.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(leadByte(bytes), middle), { stream: true });
      right = middle;
    } catch {
      wrong = middle;
    }
  }
  return right;
}

function leadByte(bytes: Buffer): number {
  let at = 0;
  while (at < 3 && (bytes[at]! & 0xc0) === 0x80) at++;
  return at;
}
