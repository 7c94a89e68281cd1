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
import { RecordDivergence, recordDivergenceInput, type RecordDivergenceInput } from './record-divergence.command';

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class RecordDivergenceController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/divergences')
  @Requires('syntheses')
  @ApiOperation({ summary: 'Record a divergence or a dissenting view' })
  @ApiJsonBody(recordDivergenceInput)
  async record(
    @Param('id', ObjectIdParam('synthesis')) id: ObjectId<'synthesis'>,
    @JsonBody(recordDivergenceInput) body: RecordDivergenceInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordDivergence(id, body, requested)));
  }
}
