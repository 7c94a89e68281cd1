import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal, Scope } from './principal';

export const REQUIRED_SCOPE = 'fil.scope';

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
}

/** The operation needs a token with this scope. */
export const Requires = (scope: Scope): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(REQUIRED_SCOPE, scope), ApiBearerAuth());

/** The caller, on an operation that requires a scope. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AuthenticatedRequest>().principal,
);
