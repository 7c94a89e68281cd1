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
import { MarkPoint, markPointInput, type MarkPointInput } from './mark-point.command';

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class MarkPointController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/points')
  @Requires('contributions')
  @ApiOperation({ summary: 'Mark one of the demands of a contribution' })
  @ApiJsonBody(markPointInput)
  async mark(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(markPointInput) body: MarkPointInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new MarkPoint(id, body, requested)));
  }
}
