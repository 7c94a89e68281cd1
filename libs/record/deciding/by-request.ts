import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from '@fil/people/tokens/requires';
import { ProblemError } from '@fil/ui/http/problem';
import type { By } from './take-decision';

/** What a request says of the command it carries. */
export interface RequestedBy {
  readonly by: By;
  /** From If-Match: the revision the caller saw. */
  readonly expected?: number;
  /** Network address it came from. */
  readonly from?: string;
}

const LONGEST_KEY = 200;

/** The command's id follows from the account and its Idempotency-Key: two accounts never share a key. */
const commandIdOf = (account: string, key: string): string => {
  const hash = createHash('sha256').update(`command\n${account}\n${key}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

export function requestedBy(request: AuthenticatedRequest): RequestedBy {
  const { principal } = request;
  const account = principal?.account ?? null;
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || key.length === 0 || key.length > LONGEST_KEY)) {
    throw new ProblemError(400, 'key.malformed', {
      fr: `L’en-tête « Idempotency-Key » doit contenir de 1 à ${LONGEST_KEY} caractères.`,
      en: `The header "Idempotency-Key" must hold 1 to ${LONGEST_KEY} characters.`,
    });
  }
  return {
    by: {
      actor: principal ? { role: principal.role, body: principal.body } : { role: 'author', body: null },
      account,
      commandId: key === undefined ? undefined : commandIdOf(account ?? anonymous(request), key),
    },
    expected: revisionIn(request.headers['if-match']),
    from: request.ip,
  };
}

function revisionIn(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const match = /^"?(\d{1,9})"?$/.exec(ifMatch);
  if (match) return Number(match[1]);
  throw new ProblemError(400, 'revision.malformed', {
    fr: 'L’en-tête « If-Match » doit contenir le numéro de révision lu, par exemple "3".',
    en: 'The header "If-Match" must hold the revision that was read, such as "3".',
  });
}

/** Authors have no account: what tells two of them apart is the object they act on, and their key or invitation. */
const anonymous = ({ url, body }: AuthenticatedRequest): string => {
  const { authorKey, invitation } = (body ?? {}) as { authorKey?: unknown; invitation?: unknown };
  const secret = authorKey ?? invitation;
  return `anonymous ${url.split('?')[0]!} ${typeof secret === 'string' ? secret.toUpperCase().replace(/[^0-9A-Z]/g, '') : ''}`;
};

/** In which capacity and under which key the request acts. */
export const Requested = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestedBy(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);
