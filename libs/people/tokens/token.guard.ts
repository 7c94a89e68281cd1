import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '@fil/ui/http/problem';
import { ApiTokens } from './api-tokens';
import type { Scope } from './principal';
import { REQUIRED_SCOPE, type AuthenticatedRequest } from './requires';

/** Lets through whoever presents a token with the scope that the operation requires; operations that require none are open. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: ApiTokens,
  ) {}

  /** @throws ProblemError 401 or 403 */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (scope === undefined) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const principal = token === undefined ? null : await this.tokens.find(token);
    if (!principal) {
      void context.switchToHttp().getResponse<FastifyReply>().header('www-authenticate', 'Bearer realm="fil-rouge"');
      throw token === undefined ? missing() : unknown();
    }
    if (!principal.scopes.includes(scope)) throw outOfScope(scope, principal.scopes);
    request.principal = principal;
    return true;
  }
}

const missing = (): ProblemError =>
  new ProblemError(401, 'token.missing', {
    fr: 'Cette opération demande un jeton d’accès : ajoutez l’en-tête « Authorization: Bearer … ». Un jeton se crée avec « fil token create ».',
    en: 'This operation needs an access token: add the header "Authorization: Bearer …". A token is created with "fil token create".',
  });

const unknown = (): ProblemError =>
  new ProblemError(401, 'token.unknown', {
    fr: 'Ce jeton d’accès est inconnu ou a été révoqué. Demandez-en un nouveau à l’administrateur du registre.',
    en: 'This access token is unknown or was revoked. Ask the administrator of the register for a new one.',
  });

const outOfScope = (scope: Scope, has: readonly Scope[]): ProblemError =>
  new ProblemError(403, 'token.scopeMissing', {
    fr: `Ce jeton n’ouvre pas le domaine « ${scope} » (il ouvre : ${has.join(', ') || 'aucun'}). Demandez un jeton qui le comprend.`,
    en: `This token does not open the scope "${scope}" (it opens: ${has.join(', ') || 'none'}). Ask for a token that includes it.`,
  });
