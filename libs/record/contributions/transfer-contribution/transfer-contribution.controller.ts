import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { ObjectIdParam } from '../../deciding/object-id-param';
import {
  TransferContribution,
  transferContributionInput,
  type TransferContributionInput,
} from './transfer-contribution.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class TransferContributionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/transfers')
  @Requires('answers')
  @ApiOperation({ summary: 'Transfer a contribution to the competent authority' })
  @ApiJsonBody(transferContributionInput)
  async transfer(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(transferContributionInput) body: TransferContributionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new TransferContribution(id, body, requested)));
  }
}
