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
import { GiveOutcome, giveOutcomeInput, type GiveOutcomeInput } from './give-outcome.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class GiveOutcomeController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/outcomes')
  @Requires('answers')
  @ApiOperation({ summary: 'Answer a contribution, or one of its points' })
  @ApiJsonBody(giveOutcomeInput)
  async give(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(giveOutcomeInput) body: GiveOutcomeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveOutcome(id, body, requested)));
  }
}
