import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ApiTokens } from './api-tokens';
import type { Principal } from './principal';
import { Requires } from './requires';
import { TokenGuard } from './token.guard';

class Rooms {
  @Requires('answers')
  guarded(): void {}
  open(): void {}
}
const principal: Principal = { account: 'token:1', role: 'official', body: 'mairie', scopes: ['answers'] };
const known = (found: Principal | null): ApiTokens => ({ find: () => Promise.resolve(found) }) as unknown as ApiTokens;

function asked(method: 'guarded' | 'open', authorization?: string) {
  const request = { headers: { authorization } };
  const headers: Record<string, string> = {};
  const context = {
    getHandler: () => Rooms.prototype[method],
    getClass: () => Rooms,
    switchToHttp: () => ({
      getRequest: () => request,
      getResponse: () => ({ header: (name: string, value: string) => (headers[name] = value) }),
    }),
  };
  return { request, headers, context: context as unknown as ExecutionContext };
}
const guard = (found: Principal | null): TokenGuard => new TokenGuard(new Reflector(), known(found));

describe('the guard of operations', () => {
  it('lets an operation without a scope pass', async () => {
    expect(await guard(null).canActivate(asked('open').context)).toBe(true);
  });

  it('names the caller on an operation with a scope', async () => {
    const { context, request } = asked('guarded', 'Bearer abc');
    expect(await guard(principal).canActivate(context)).toBe(true);
    expect(request).toMatchObject({ principal });
  });

  it('answers 401 without a token, and with an unknown one, saying what to do', async () => {
    const without = asked('guarded');
    await expect(guard(null).canActivate(without.context)).rejects.toMatchObject({
      status: 401,
      rule: 'token.missing',
    });
    expect(without.headers).toHaveProperty('www-authenticate');
    await expect(guard(null).canActivate(asked('guarded', 'Bearer x').context)).rejects.toMatchObject({
      status: 401,
      rule: 'token.unknown',
    });
  });

  it('answers 403 when the token lacks the scope', async () => {
    const other = guard({ ...principal, scopes: ['commitments'] });
    await expect(other.canActivate(asked('guarded', 'Bearer x').context)).rejects.toMatchObject({ status: 403 });
  });
});
