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
import { AdmitContribution, admitContributionInput, type AdmitContributionInput } from './admit-contribution.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class AdmitContributionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/admissions')
  @Requires('contributions')
  @ApiOperation({ summary: 'Publish a contribution' })
  @ApiJsonBody(admitContributionInput)
  async admit(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(admitContributionInput) body: AdmitContributionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AdmitContribution(id, body, requested)));
  }
}
