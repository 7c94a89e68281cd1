import type { JobFailure } from './job';

const LONGEST = 300;

/**
 * What is kept of a failure for people to read in `fil jobs`. Servers quote what they were given (an address that was
 * refused, a value that did not fit): what stands between quotes or angle brackets, and addresses of mail, are left out.
 */
export function failureText(error: unknown): string {
  const { name, message, code } = describe(error);
  const clean = withoutQuotations(message);
  const text = `${name}${code ? ` ${code}` : ''}${clean === '' ? '' : `: ${clean}`}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A message without what a server or a parser repeats in it of what it was given. */
export const withoutQuotations = (message: string): string =>
  message
    // From the first mark to the last: what is quoted may itself quote.
    .replace(/".*"|«.*»|“.*”|‘.*’|<.*>|(?<!\w)'.*'(?!\w)/gs, '…')
    .replace(/[^\s@]+@[^\s@]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

/** An attempt that failed, for the program's log: which one, what comes next, and where in the code it was. */
export function failureLine({ key, attempt, givenUp, error }: JobFailure): string {
  const next = givenUp ? 'given up, see "fil jobs list"' : 'will be tried again';
  return `${key}, attempt ${attempt}, ${next}: ${failureWithFrames(error)}`;
}

/** For the program's log: what failed, and where in the code it was. */
export function failureWithFrames(error: unknown): string {
  const stack = (error instanceof Error && error.stack) || '';
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  return [failureText(error), ...frames].join('\n');
}

function describe(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: '' };
  const { code } = error as { code?: unknown };
  return { name: error.name, message: error.message, code: typeof code === 'string' ? code : '' };
}
