import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import { Receipts } from '@fil/log/receipts/receipts';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { receiptAddress, receiptFileAddress, receiptJsonAddress } from '@fil/ui/page/receipt-addresses';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import {
  RecordContribution,
  recordContributionInput,
  type RecordContributionInput,
  type RecordedContributionAnswer,
} from './record-contribution.command';

type DepositAnswer = RecordedAnswer & {
  readonly authorKey?: string;
  /** Absent as long as the contribution is stored and not yet in the log: ask again with the same key. */
  readonly receipt?: {
    /** Signed note. */
    readonly promise: string;
    /** Addresses on this site. */
    readonly page: string;
    readonly json: string;
    readonly file: string;
  };
};

const receiptOf = ({ entry: { id }, promise }: EntryReceipt): DepositAnswer['receipt'] => ({
  promise: promise.note,
  page: receiptAddress(id),
  json: receiptJsonAddress(id),
  file: receiptFileAddress(id),
});

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class RecordContributionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly receipts: Receipts,
  ) {}

  @Post()
  @Requires('contributions')
  @ApiOperation({
    summary: 'Record a contribution',
    description:
      'The answer holds `authorKey`, once: give it to the author, it is kept nowhere. It holds the signed promise that the ' +
      'contribution will be in the register, and the addresses of its receipt: of the page to print, and of the file.',
  })
  @ApiJsonBody(recordContributionInput)
  async record(
    @JsonBody(recordContributionInput) body: RecordContributionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepositAnswer> {
    const recorded: RecordedContributionAnswer = await this.commands.execute(new RecordContribution(body, requested));
    // Who holds the key acts as the author: no cache may keep it.
    void reply.header('cache-control', 'no-store');
    answerRecorded(reply, recorded);
    const [event] = recorded.events;
    const promised = event && (await this.receipts.promised({ event: event.id }));
    return promised ? { ...recorded, receipt: receiptOf(promised) } : recorded;
  }
}
