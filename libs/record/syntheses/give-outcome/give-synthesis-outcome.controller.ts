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
  GiveSynthesisOutcome,
  giveSynthesisOutcomeInput,
  type GiveSynthesisOutcomeInput,
} from './give-synthesis-outcome.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class GiveSynthesisOutcomeController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/outcomes')
  @Requires('answers')
  @ApiOperation({ summary: 'Give one answer to all members of a synthesis' })
  @ApiJsonBody(giveSynthesisOutcomeInput)
  async give(
    @Param('id', ObjectIdParam('synthesis')) id: ObjectId<'synthesis'>,
    @JsonBody(giveSynthesisOutcomeInput) body: GiveSynthesisOutcomeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveSynthesisOutcome(id, body, requested)));
  }
}
