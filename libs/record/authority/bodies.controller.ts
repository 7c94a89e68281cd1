import { Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { Requires } from '@fil/people/tokens/requires';
import { ApiJsonBody, JsonBody } from '@fil/ui/http/json-body';
import { answerRecorded, type RecordedAnswer } from '@fil/ui/http/recorded-reply';
import { Requested, type RequestedBy } from '../deciding/by-request';
import { ObjectIdParam } from '../deciding/object-id-param';
import { NameBody, nameBodyInput, type NameBodyInput } from './name-body/name-body.command';
import { RenameBody, renameBodyInput, type RenameBodyInput } from './rename-body/rename-body.command';
import { EndBody, endBodyInput, type EndBodyInput } from './end-body/end-body.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class BodiesController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/bodies')
  @Requires('authority')
  @ApiOperation({ summary: 'Name a body, a department or a partner' })
  @ApiJsonBody(nameBodyInput)
  async name(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(nameBodyInput) body: NameBodyInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new NameBody(id, body, requested)));
  }

  @Post(':id/bodies/:code/renamings')
  @Requires('authority')
  @ApiOperation({ summary: 'Rename a body' })
  @ApiJsonBody(renameBodyInput)
  async rename(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(renameBodyInput) body: RenameBodyInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RenameBody(id, code, body, requested)));
  }

  @Post(':id/bodies/:code/endings')
  @Requires('authority')
  @ApiOperation({ summary: 'Record that a body has ended' })
  @ApiJsonBody(endBodyInput)
  async end(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(endBodyInput) body: EndBodyInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EndBody(id, code, body, requested)));
  }
}
