/** NUL is the one character of Unicode that PostgreSQL refuses in a text: one in the log would halt every projection. */
export const isStorable = (words: string): boolean => words.isWellFormed() && !words.includes('\0');

const TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/;

/** What is wrong with a text by language (`{ fr: "…" }`), or null. */
export function isLanguageTagged(value: unknown, longest: number): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'expected a text by language, such as {"fr": "…"}';
  const entries = Object.entries(value);
  if (entries.length === 0) return 'expected a text in at least one language';
  let length = 0;
  for (const [tag, words] of entries) {
    if (!TAG.test(tag)) return `"${tag}" is not a language tag such as fr or fr-x-falc`;
    if (typeof words !== 'string' || words.trim() === '') return `${tag}: expected some text`;
    if (!isStorable(words)) return `${tag}: expected well-formed Unicode without NUL`;
    length += words.length;
  }
  return length > longest ? `expected at most ${longest} characters, found ${length}` : null;
}
