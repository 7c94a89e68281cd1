import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../../deciding/by-request';
import { ObjectIdParam } from '../../deciding/object-id-param';
import { authorsRequestInput, RequestErasureAsAuthor, type AuthorsRequestInput } from './request-erasure.command';

@ApiTags('erasures')
@Controller('api/v1/contributions')
export class RequestErasureController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/erasure-requests')
  @ApiOperation({ summary: 'Ask for the erasure of a contribution’s data, as its author' })
  @ApiJsonBody(authorsRequestInput)
  async request(
    @Param('id', ObjectIdParam('contribution')) id: ObjectId<'contribution'>,
    @JsonBody(authorsRequestInput) body: AuthorsRequestInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RequestErasureAsAuthor(id, body, requested)));
  }
}
