import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import type { ActorRole } from '@fil/facts/kit/actor';
import { parisDay } from '@fil/facts/dates/paris-day';
import { ApiToken } from './api-token.entity';
import type { Principal, Scope } from './principal';
import { looksLikeToken, newToken, tokenDigest } from './token-secret';

export interface TokenToCreate {
  readonly name: string;
  readonly role: ActorRole;
  readonly body: string | null;
  readonly scopes: readonly Scope[];
}

/** How long another process may go on accepting a token that was revoked here, in milliseconds. */
const REMEMBERED = 10_000;
const MOST_REMEMBERED = 1_000;

@Injectable()
export class ApiTokens {
  private readonly remembered = new Map<string, { principal: Principal; until: number }>();

  constructor(@InjectRepository(ApiToken) private readonly rows: Repository<ApiToken>) {}

  /** The token is in this answer and nowhere else: it cannot be shown a second time. */
  async create({ name, role, body, scopes }: TokenToCreate): Promise<{ id: string; token: string }> {
    const token = newToken();
    const id = randomUUID();
    await this.rows.insert({
      id,
      name,
      digest: tokenDigest(token),
      role,
      body,
      scopes: [...scopes],
      createdAt: new Date(),
      revokedAt: null,
      lastUsedOn: null,
    });
    return { id, token };
  }

  /** Who presents this token; null when it is unknown or revoked. */
  async find(token: string, now = Date.now()): Promise<Principal | null> {
    if (!looksLikeToken(token)) return null;
    const digest = tokenDigest(token);
    const key = digest.toString('hex');
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.principal;
    this.remembered.delete(key);
    const row = await this.rows.findOneBy({ digest, revokedAt: IsNull() });
    if (!row) return null;
    const today = parisDay(new Date(now));
    if (row.lastUsedOn !== today) await this.rows.update({ id: row.id }, { lastUsedOn: today });
    const principal = { account: `token:${row.id}`, role: row.role, body: row.body, scopes: row.scopes };
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { principal, until: now + REMEMBERED });
    return principal;
  }

  /** False when there is no such token, or when it had been revoked before. */
  async revoke(id: string): Promise<boolean> {
    this.remembered.clear();
    const { affected } = await this.rows.update({ id, revokedAt: IsNull() }, { revokedAt: new Date() });
    return affected === 1;
  }

  /** All tokens, the revoked ones too, oldest first. */
  list(): Promise<ApiToken[]> {
    return this.rows.find({ order: { createdAt: 'ASC' } });
  }
}
