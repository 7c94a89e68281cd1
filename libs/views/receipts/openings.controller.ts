import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Receipts } from '@fil/log/receipts/receipts';
import { toBase64 } from '@fil/log/transparency/base64';
import type { CanonicalValue } from '@fil/log/transparency/canonical-json';
import { Vault } from '@fil/log/vault/vault';
import { eventIn, unknownEntry } from './receipt-reply';

/** Seconds: whatever is withheld or erased is gone from caches after so long. */
const FRESH = 15;

/** What is public of the sealed fields of an event, for whoever checks an entry of the log (04 §3.5). */
export interface PublicOpenings {
  readonly v: 1;
  readonly event: string;
  /** Path, salt in base64, value. */
  readonly open: readonly (readonly [path: string, salt: string, value: CanonicalValue])[];
  readonly withheld: readonly string[];
  readonly erased: readonly string[];
}

/** Beside the entries, never in their tiles, which are kept for ever. */
@ApiExcludeController()
@Controller('log/openings')
export class OpeningsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly vault: Vault,
  ) {}

  @Get(':event')
  async show(@Param('event') typed: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PublicOpenings> {
    const entry = await this.receipts.entry({ event: eventIn(typed) });
    if (!entry) throw unknownEntry();
    const [disclosed] = await this.vault.disclose([toRecordedEvent(entry)], 'public');
    const { fields, withheld, erased } = disclosed!;
    void reply.header('cache-control', `public, max-age=${FRESH}`).header('access-control-allow-origin', '*');
    return {
      v: 1,
      event: entry.id,
      open: fields.map(({ path, salt, value }) => [path, toBase64(salt), value]),
      withheld,
      erased,
    };
  }
}
