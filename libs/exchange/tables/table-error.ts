import type { Label } from '@fil/facts/codes/label';

/** A file that cannot be read as the table it should be: which file, which line, what to do. Nothing was taken from it. */
export class TableError extends Error {
  constructor(
    /** Name of the file, without its folder. */
    readonly file: string,
    /** From 1, the header included; null when the whole file is meant. */
    readonly line: number | null,
    readonly reason: Label,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${reason.en}`);
  }
}
