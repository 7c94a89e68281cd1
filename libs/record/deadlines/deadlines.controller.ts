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
  DeclareMissedInError,
  declareMissedInErrorInput,
  type DeclareMissedInErrorInput,
} from './declare-missed-in-error/declare-missed-in-error.command';
import { OpenDeadline, openDeadlineInput, type OpenDeadlineInput } from './open-deadline/open-deadline.command';
import { StateMet, stateMetInput, type StateMetInput } from './state-met/state-met.command';
import { WaiveDeadline, waiveDeadlineInput, type WaiveDeadlineInput } from './waive/waive-deadline.command';

@ApiTags('deadlines')
@Controller('api/v1/deadlines')
export class DeadlinesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('deadlines')
  @ApiOperation({ summary: 'Have a deadline followed whose trigger is no event of this register' })
  @ApiJsonBody(openDeadlineInput)
  async open(
    @JsonBody(openDeadlineInput) body: OpenDeadlineInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OpenDeadline(body, requested)));
  }

  @Post(':id/fulfilments')
  @Requires('deadlines')
  @ApiOperation({ summary: 'State, with evidence, that what a deadline asks for was produced' })
  @ApiJsonBody(stateMetInput)
  async stateMet(
    @Param('id', ObjectIdParam('deadline')) id: ObjectId<'deadline'>,
    @JsonBody(stateMetInput) body: StateMetInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new StateMet(id, body, requested)));
  }

  @Post(':id/waivers')
  @Requires('deadlines')
  @ApiOperation({ summary: 'Waive a deadline before it is missed, with the ground' })
  @ApiJsonBody(waiveDeadlineInput)
  async waive(
    @Param('id', ObjectIdParam('deadline')) id: ObjectId<'deadline'>,
    @JsonBody(waiveDeadlineInput) body: WaiveDeadlineInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new WaiveDeadline(id, body, requested)));
  }

  @Post(':id/findings-in-error')
  @Requires('deadlines')
  @ApiOperation({ summary: 'Declare that the clock found a deadline missed in error: both stay' })
  @ApiJsonBody(declareMissedInErrorInput)
  async declareMissedInError(
    @Param('id', ObjectIdParam('deadline')) id: ObjectId<'deadline'>,
    @JsonBody(declareMissedInErrorInput) body: DeclareMissedInErrorInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclareMissedInError(id, body, requested)));
  }
}
