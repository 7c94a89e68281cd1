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
  DetachContributions,
  detachContributionsInput,
  type DetachContributionsInput,
} from './detach-contributions.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class DetachContributionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/detachments')
  @Requires('syntheses')
  @ApiOperation({ summary: 'Detach contributions from a synthesis' })
  @ApiJsonBody(detachContributionsInput)
  async detach(
    @Param('id', ObjectIdParam('synthesis')) id: ObjectId<'synthesis'>,
    @JsonBody(detachContributionsInput) body: DetachContributionsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DetachContributions(id, body, requested)));
  }
}
