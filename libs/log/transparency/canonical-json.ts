/**
 * RFC 8785 (JCS) for the values an entry may hold: strings, booleans, null, integers within ±(2^53 − 1), arrays and
 * objects. No floats, so `JSON.stringify` with keys in UTF-16 order is exact.
 */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue | undefined };

/** @throws TypeError on a float, an unsafe integer, ill-formed Unicode or a value JSON does not have. */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not an integer within ±(2^53 − 1)`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (Array.isArray(value)) {
    let out = '[';
    for (let i = 0; i < value.length; i++) out += (i > 0 ? ',' : '') + canonicalJson(value[i] as CanonicalValue);
    return out + ']';
  }
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no canonical form`);
  const object = value as { readonly [key: string]: CanonicalValue | undefined };
  let out = '{';
  // Array.prototype.sort compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    out += `${out.length > 1 ? ',' : ''}${quoted(key)}:${canonicalJson(member)}`;
  }
  return out + '}';
}

/** Printable ASCII without quote and backslash: ids, codes and dates, which are most strings, need no second look. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('ill-formed Unicode has no canonical form');
  return JSON.stringify(value);
}
