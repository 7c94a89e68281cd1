import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { ObjectIdParam } from '../../deciding/object-id-param';
import { WithdrawContribution, withdrawInput, type WithdrawInput } from './withdraw.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class WithdrawContributionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/withdrawals')
  @ApiOperation({ summary: 'Withdraw a contribution, as its author' })
  @ApiJsonBody(withdrawInput)
  async withdraw(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(withdrawInput) body: WithdrawInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new WithdrawContribution(id, body, requested)));
  }
}
