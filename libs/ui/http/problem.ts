/** Errors over HTTP: `application/problem+json` (RFC 9457), in the reader's language, saying what to do. */
import type { Label } from '@fil/facts/codes/label';
import type { Found, Refusal, RefusalKind } from '@fil/facts/kit/refusal';
import type { Language } from '../language';

export interface FieldProblem {
  /** Where in the body, as a JSON pointer. */
  readonly pointer: string;
  readonly detail: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** What stands instead of what the request supposed. */
  readonly found?: Found;
}

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    /** Stable name, the last part of the problem's `type`. */
    readonly rule: string,
    readonly detail: Label,
    readonly errorsIn?: (language: Language) => readonly FieldProblem[],
    readonly found?: Found,
  ) {
    super(detail.en);
  }
}

const STATUS: Record<RefusalKind | 'busy', number> = {
  notFound: 404,
  conflict: 409,
  unprocessable: 422,
  forbidden: 403,
  gone: 410,
  busy: 503,
};

export const statusOfKind = (kind: RefusalKind | 'busy'): number => STATUS[kind];

export const problemOfRefusal = (refusal: Refusal): ProblemError =>
  new ProblemError(
    STATUS[refusal.kind],
    refusal.rule,
    refusal.message,
    refusal.field === undefined
      ? undefined
      : (language) => [{ pointer: `/${refusal.field!}`, detail: refusal.message[language] }],
    refusal.found,
  );

const TITLES: Record<number, Label> = {
  400: { fr: 'Demande mal formée', en: 'Malformed request' },
  401: { fr: 'Authentification requise', en: 'Authentication required' },
  403: { fr: 'Action non autorisée', en: 'Not allowed' },
  404: { fr: 'Introuvable', en: 'Not found' },
  405: { fr: 'Méthode non admise', en: 'Method not allowed' },
  409: { fr: 'Conflit', en: 'Conflict' },
  410: { fr: 'Effacé', en: 'Erased' },
  413: { fr: 'Demande trop volumineuse', en: 'Request too large' },
  415: { fr: 'Format non pris en charge', en: 'Unsupported format' },
  422: { fr: 'Données refusées', en: 'Refused' },
  429: { fr: 'Trop de tentatives', en: 'Too many attempts' },
  500: { fr: 'Erreur interne', en: 'Internal error' },
  503: { fr: 'Service momentanément indisponible', en: 'Temporarily unavailable' },
};

export function toProblem(error: ProblemError, language: Language): Problem {
  const title = TITLES[error.status] ?? TITLES[error.status >= 500 ? 500 : 400]!;
  const errors = error.errorsIn?.(language);
  return {
    type: `/problems/${error.rule}`,
    title: title[language],
    status: error.status,
    detail: error.detail[language],
    ...(errors && errors.length > 0 ? { errors } : {}),
    ...(error.found ? { found: error.found } : {}),
  };
}
