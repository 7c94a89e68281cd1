const SECRET = /((?:password|passwd|pwd|secret|token)[^=&\s]*=)[^&\s]*/gi;

/**
 * The address of a server as it may be shown. Read as text and not as a URL: one that is mistyped, or that names
 * several machines, must not give its password away either.
 */
export function withoutPassword(address: string): string {
  const shown = address.replace(SECRET, '$1…');
  const begin = shown.indexOf('//') + 2;
  const at = shown.lastIndexOf('@');
  if (begin < 2 || at < begin) return shown;
  const colon = shown.indexOf(':', begin);
  return colon < 0 || colon > at ? shown : `${shown.slice(0, colon)}:…${shown.slice(at)}`;
}
