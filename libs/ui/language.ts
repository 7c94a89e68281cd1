/** The languages of screens and messages. French first; another is one file of texts. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

interface AskedIn {
  readonly query?: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** `?lang=` wins, then Accept-Language by weight, then French. */
export function languageOf(request: AskedIn): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLanguage(asked)) return asked;
  const accepted = request.headers['accept-language'];
  const ranges = (typeof accepted === 'string' ? accepted : '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().split(';');
    const weight = parameters
      .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
      .find((q) => q !== undefined);
    return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  ranges.sort((a, b) => b.weight - a.weight);
  return (
    (ranges.find(({ language, weight }) => isLanguage(language) && weight > 0)?.language as Language | undefined) ??
    'fr'
  );
}
