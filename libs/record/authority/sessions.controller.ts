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
  ScheduleSession,
  scheduleSessionInput,
  type ScheduleSessionInput,
} from './schedule-session/schedule-session.command';
import { MoveSession, moveSessionInput, type MoveSessionInput } from './move-session/move-session.command';
import { CancelSession, cancelSessionInput, type CancelSessionInput } from './cancel-session/cancel-session.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class SessionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/sessions')
  @Requires('authority')
  @ApiOperation({ summary: 'Enter a session in the calendar of a body' })
  @ApiJsonBody(scheduleSessionInput)
  async schedule(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(scheduleSessionInput) body: ScheduleSessionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ScheduleSession(id, body, requested)));
  }

  @Post(':id/sessions/:code/moves')
  @Requires('authority')
  @ApiOperation({ summary: 'Move a session: both dates are kept' })
  @ApiJsonBody(moveSessionInput)
  async move(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(moveSessionInput) body: MoveSessionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new MoveSession(id, code, body, requested)));
  }

  @Post(':id/sessions/:code/cancellations')
  @Requires('authority')
  @ApiOperation({ summary: 'Cancel a session' })
  @ApiJsonBody(cancelSessionInput)
  async cancel(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @Param('code') code: string,
    @JsonBody(cancelSessionInput) body: CancelSessionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CancelSession(id, code, body, requested)));
  }
}
