const LONGEST = 300;

/**
 * What is kept of a failure for people to read in `fil jobs`. Servers quote what they were given (an address that was
 * refused, a value that did not fit): what stands between quotes or angle brackets, and addresses of mail, are left out.
 */
export function failureText(error: unknown): string {
  const { name, message, code } = describe(error);
  const clean = message
    .replace(/"[^"]*"|«[^»]*»|“[^”]*”|‘[^’]*’|<[^>]*>|(?<!\w)'[^']*'(?!\w)/g, '…')
    .replace(/[^\s@]+@[^\s@]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  const text = `${name}${code ? ` ${code}` : ''}${clean === '' ? '' : `: ${clean}`}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function describe(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: '' };
  const { code } = error as { code?: unknown };
  return { name: error.name, message: error.message, code: typeof code === 'string' ? code : '' };
}
