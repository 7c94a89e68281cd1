import { createReadStream } from 'node:fs';
import { BackupRefused } from './backup-refused';

const NEWLINE = 0x0a;

/**
 * Lines of a text file, without their end. Only LF ends one: node:readline would also break a line at the U+2028 that
 * JSON leaves in texts.
 *
 * @throws BackupRefused when there is no such file
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
        rest.push(piece.subarray(from, end));
        yield Buffer.concat(rest).toString('utf8');
        rest = [];
        from = end + 1;
      }
      if (from < piece.length) rest.push(piece.subarray(from));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupRefused('missingFile', {
      fr: `Le fichier « ${path} » n’existe pas.`,
      en: `The file "${path}" does not exist.`,
    });
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
