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
  AttachContributions,
  attachContributionsInput,
  type AttachContributionsInput,
} from './attach-contributions.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class AttachContributionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/attachments')
  @Requires('syntheses')
  @ApiOperation({ summary: 'Attach contributions, or points of them, to a synthesis' })
  @ApiJsonBody(attachContributionsInput)
  async attach(
    @Param('id', ObjectIdParam('synthesis')) id: ObjectId<'synthesis'>,
    @JsonBody(attachContributionsInput) body: AttachContributionsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AttachContributions(id, body, requested)));
  }
}
