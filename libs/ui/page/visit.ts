/** What a page needs to know of the request: the reader's language, where she is, and what she has just recorded. */
import { isLanguage, languageOf, type Language } from '../language';

export type Parameters = Readonly<Record<string, string | number | null | undefined>>;

export interface Visit {
  readonly language: Language;
  /** The language was chosen in the address: links keep it. */
  readonly languageChosen: boolean;
  /** Without the query. */
  readonly path: string;
  /** First value of each parameter, without `lang` and `seen`. */
  readonly query: Readonly<Record<string, string>>;
  /** Size of the register the page must include. */
  readonly seen: number | null;
}

interface Asking {
  readonly url: string;
  readonly query?: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Longest value of a parameter that is looked at: no search is longer, and some attacks are. */
const LONGEST_PARAMETER = 300;

export function visitOf(request: Asking): Visit {
  const given = Object.entries((request.query ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    // NUL cannot be stored nor searched for by PostgreSQL.
    return typeof first === 'string' ? [[name, first.replaceAll('\0', '').slice(0, LONGEST_PARAMETER)] as const] : [];
  });
  const { lang, seen, ...query } = Object.fromEntries(given) as Record<string, string>;
  return {
    language: languageOf(request),
    languageChosen: isLanguage(lang),
    path: request.url.split('?')[0]!,
    query,
    seen: seen !== undefined && /^\d{1,15}$/.test(seen) ? Number(seen) : null,
  };
}

const withParameters = (path: string, parameters: Parameters): string => {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') written.set(name, String(value));
  }
  const query = written.toString();
  return query === '' ? path : `${path}?${query}`;
};

/** An address of this site that keeps the language chosen. */
export const addressOf = (visit: Visit, path: string, parameters: Parameters = {}): string =>
  withParameters(path, { ...parameters, lang: visit.languageChosen ? visit.language : null });

/** This page without `seen`: the address to share. */
export const plainAddress = (visit: Visit): string => addressOf(visit, visit.path, visit.query);

/** This page in another language. */
export const addressIn = (visit: Visit, language: Language): string =>
  withParameters(visit.path, { ...visit.query, lang: language });
