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
  DeclareListeningPoint,
  declareListeningPointInput,
  type DeclareListeningPointInput,
} from './declare-listening-point/declare-listening-point.command';
import {
  ChangeListeningPoint,
  changeListeningPointInput,
  type ChangeListeningPointInput,
} from './change-listening-point/change-listening-point.command';
import {
  CloseListeningPoint,
  closeListeningPointInput,
  type CloseListeningPointInput,
} from './close-listening-point/close-listening-point.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class ListeningPointsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/listening-points')
  @Requires('authority')
  @ApiOperation({ summary: 'Declare a place or a trade that hears residents' })
  @ApiJsonBody(declareListeningPointInput)
  async declare(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(declareListeningPointInput) body: DeclareListeningPointInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclareListeningPoint(id, body, requested)));
  }

  @Post(':id/listening-points/:code/changes')
  @Requires('authority')
  @ApiOperation({ summary: 'Describe a listening point anew' })
  @ApiJsonBody(changeListeningPointInput)
  async change(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(changeListeningPointInput) body: ChangeListeningPointInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ChangeListeningPoint(id, code, body, requested)));
  }

  @Post(':id/listening-points/:code/closings')
  @Requires('authority')
  @ApiOperation({ summary: 'Close a listening point' })
  @ApiJsonBody(closeListeningPointInput)
  async close(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(closeListeningPointInput) body: CloseListeningPointInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CloseListeningPoint(id, code, body, requested)));
  }
}
