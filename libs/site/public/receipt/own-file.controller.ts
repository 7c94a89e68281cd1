import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Receipts } from '@fil/log/receipts/receipts';
import { contributionAuthorKey } from '@fil/record/contributions/contribution-author';
import { OpenOwnWords } from '@fil/record/contributions/open-own-words/open-own-words.query';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { eventIn, sendReceiptFile, unknownEntry } from '@fil/views/receipts/receipt-reply';

const ownFileInput = z.strictObject({ authorKey: contributionAuthorKey });

/** Beside the public file of the views: it takes the author's key, which is a matter of the record. */
@ApiTags('receipts')
@Controller('api/v1/receipts')
export class OwnFileController {
  constructor(
    private readonly queries: QueryBus,
    private readonly receipts: Receipts,
  ) {}

  @Post(':event.tlog-proof')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The receipt of a contribution as a file, with all that its author gave',
    description: 'Nothing is recorded. The key goes in the body, so that no address and no log of addresses holds it.',
  })
  @ApiParam({ name: 'event', description: 'Id of the event' })
  @ApiJsonBody(ownFileInput)
  @ApiOkResponse({ description: 'A text of some kilobytes', content: { 'text/plain': {} } })
  async file(
    @Param('event') event: string,
    @JsonBody(ownFileInput) { authorKey }: z.infer<typeof ownFileInput>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await this.receipts.find({ event: eventIn(event) });
    if (!receipt) throw unknownEntry();
    const { fields } = await this.queries.execute(
      new OpenOwnWords(toRecordedEvent(receipt.entry), authorKey, request.ip),
    );
    void reply.header('cache-control', 'no-store');
    sendReceiptFile(reply, receipt, fields);
  }
}
