import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import { Receipts } from '@fil/log/receipts/receipts';
import { Vault } from '@fil/log/vault/vault';
import { receiptAnswer, type ReceiptAnswer } from './receipt.answer';
import { eventIn, sendReceiptFile, unknownEntry } from './receipt-reply';

/** Seconds it may be shown from a cache: it gets better within minutes, and words may be withheld at any time. */
const FRESH = 15;

@ApiTags('receipts')
@Controller('api/v1/receipts')
export class ReceiptsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly vault: Vault,
  ) {}

  @Get(':event')
  @ApiOperation({
    summary: 'Where an event stands in the register, and how far others vouch for it',
    description: '`state`: promised, recorded (the log has signed), confirmed (its witnesses too), timeStamped.',
  })
  @ApiParam({ name: 'event', description: 'Id of the event' })
  @ApiOkResponse({ description: 'The signed promise, and the proof as soon as a checkpoint covers the event' })
  async show(@Param('event') event: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReceiptAnswer> {
    const receipt = await this.find(event);
    void reply.header('cache-control', receipt.proof ? `public, max-age=${FRESH}` : 'no-store');
    return receiptAnswer(receipt, { vkey: this.receipts.promises.vkey, witnesses: this.receipts.witnesses });
  }

  @Get(':event.tlog-proof')
  @ApiOperation({
    summary: 'The receipt of an event as a file that is checked offline (C2SP tlog-proof)',
    description: 'With what is public of its words. To have an author’s own words in it, POST her key here.',
  })
  @ApiParam({ name: 'event', description: 'Id of the event' })
  @ApiQuery({
    name: 'openings',
    required: false,
    description: '`none`: it shows that something was recorded, not what',
  })
  @ApiOkResponse({ description: 'A text of some kilobytes', content: { 'text/plain': {} } })
  async file(
    @Param('event') event: string,
    @Query('openings') openings: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await this.find(event);
    void reply.header('cache-control', `public, max-age=${FRESH}`);
    sendReceiptFile(reply, receipt, openings === 'none' ? [] : await this.publicFields(receipt));
  }

  private async find(event: string): Promise<EntryReceipt> {
    const receipt = await this.receipts.find({ event: eventIn(event) });
    if (!receipt) throw unknownEntry();
    return receipt;
  }

  private async publicFields({ entry }: EntryReceipt) {
    const [disclosed] = await this.vault.disclose([toRecordedEvent(entry)], 'public');
    return disclosed!.fields;
  }
}
