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
import {
  CreateFunction,
  createFunctionInput,
  type CreateFunctionInput,
} from './create-function/create-function.command';
import { EndFunction, endFunctionInput, type EndFunctionInput } from './end-function/end-function.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class FunctionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/functions')
  @Requires('authority')
  @ApiOperation({ summary: 'Create a function: who decides, never by name' })
  @ApiJsonBody(createFunctionInput)
  async create(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(createFunctionInput) body: CreateFunctionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CreateFunction(id, body, requested)));
  }

  @Post(':id/functions/:code/endings')
  @Requires('authority')
  @ApiOperation({ summary: 'Record that a function has ended' })
  @ApiJsonBody(endFunctionInput)
  async end(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(endFunctionInput) body: EndFunctionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EndFunction(id, code, body, requested)));
  }
}
