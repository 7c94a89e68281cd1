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
import { ReviseSynthesis, reviseSynthesisInput, type ReviseSynthesisInput } from './revise-synthesis.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class ReviseSynthesisController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/revisions')
  @Requires('syntheses')
  @ApiOperation({ summary: 'Revise the text of a published synthesis, with the reason' })
  @ApiJsonBody(reviseSynthesisInput)
  async revise(
    @Param('id', ObjectIdParam('synthesis')) id: ObjectId<'synthesis'>,
    @JsonBody(reviseSynthesisInput) body: ReviseSynthesisInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReviseSynthesis(id, body, requested)));
  }
}
