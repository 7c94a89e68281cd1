/** Files that are named on the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { Refused } from './refused';

const STANDARD_INPUT = '-';

/** @param path `-` is the standard input @throws Refused */
export function readGiven(path: string): Buffer {
  try {
    return readFileSync(path === STANDARD_INPUT ? 0 : path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused({
      fr: `Le fichier « ${path} » ne peut pas être lu (${code}).`,
      en: `The file "${path}" cannot be read (${code}).`,
    });
  }
}

/** @throws Refused */
export function writeNamed(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused({
      fr: `Le fichier « ${path} » ne peut pas être écrit (${code}).`,
      en: `The file "${path}" cannot be written (${code}).`,
    });
  }
}

/** @throws Refused */
export function readPolicy(path: string): Policy {
  try {
    return parsePolicy(readGiven(path));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Refused({
      fr: `« ${path} » n’est pas un fichier de confiance (${error.message}).`,
      en: `"${path}" is not a trust file (${error.message}).`,
    });
  }
}
