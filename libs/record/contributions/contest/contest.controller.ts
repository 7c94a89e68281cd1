import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { ObjectIdParam } from '../../deciding/object-id-param';
import { ContestContribution, contestInput, type ContestInput } from './contest.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class ContestContributionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/contests')
  @ApiOperation({ summary: 'Contest what was done with a contribution, as its author' })
  @ApiJsonBody(contestInput)
  async contest(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(contestInput) body: ContestInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ContestContribution(id, body, requested)));
  }
}
