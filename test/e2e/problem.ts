import type { Response } from 'supertest';
import type { Problem } from '@fil/ui/http/problem';

export interface ExpectedProblem {
  readonly status: number;
  /** The last part of `type`. */
  readonly rule?: string;
}

/** What is wrong with an answer that should be a clear problem+json in one language; empty when nothing is. */
export function faultsOfProblem(response: Response, language: 'fr' | 'en', expected?: ExpectedProblem): string[] {
  const faults: string[] = [];
  const { status, headers } = response;
  const body = response.body as Partial<Problem>;
  if (status < 400 || status > 499) faults.push(`answered ${status}: ${response.text.slice(0, 300)}`);
  if (expected && status !== expected.status)
    faults.push(`status ${status} rather than ${expected.status}: ${response.text.slice(0, 300)}`);
  if (!/^application\/problem\+json/.test(headers['content-type'] ?? ''))
    faults.push(`content type ${String(headers['content-type'])}`);
  if (body.status !== status) faults.push(`"status" ${String(body.status)}`);
  if (expected?.rule !== undefined && body.type !== `/problems/${expected.rule}`)
    faults.push(`type ${String(body.type)} rather than ${expected.rule}`);
  if (typeof body.title !== 'string' || typeof body.detail !== 'string' || body.detail.length < 10)
    faults.push('no title or detail');
  const texts = [body.title, body.detail, ...(body.errors ?? []).map(({ detail }) => detail)].join(' ');
  if (looksLike(texts) !== language) faults.push(`not in "${language}": ${texts.slice(0, 200)}`);
  return faults;
}

const FRENCH = /\b(?:le|la|les|un|une|des|du|de|est|ce|cette|pas|ou|obligatoire|champ|valeur)\b|[éèêàç’]/gi;
const ENGLISH = /\b(?:the|is|this|of|must|are|not|with|and|there|required|field|value|an|some|such)\b/gi;

/** The language most of its small words are of. */
const looksLike = (texts: string): 'fr' | 'en' =>
  (texts.match(FRENCH) ?? []).length > (texts.match(ENGLISH) ?? []).length ? 'fr' : 'en';
