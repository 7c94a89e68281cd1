import { Controller, Param, Post, Res, type Type } from '@nestjs/common';
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
  LeaveObservation,
  leaveObservationInput,
  type LeaveObservationInput,
} from './leave-observation/leave-observation.command';
import {
  PublishObservation,
  publishObservationInput,
  type PublishObservationInput,
} from './publish-observation/publish-observation.command';

type Observed = 'decision' | 'commitment';

function observationsOf(aggregate: Observed, path: 'decisions' | 'commitments'): Type {
  @ApiTags(path)
  @Controller(`api/v1/${path}`)
  class ObservationsController {
    constructor(private readonly commands: CommandBus) {}

    @Post(':id/observations')
    @Requires('contributions')
    @ApiOperation({ summary: 'Record what anybody says of it after the close' })
    @ApiJsonBody(leaveObservationInput)
    async leave(
      @Param('id', ObjectIdParam(aggregate)) id: ObjectId<Observed>,
      @JsonBody(leaveObservationInput) body: LeaveObservationInput,
      @Requested() requested: RequestedBy,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<RecordedAnswer> {
      return answerRecorded(reply, await this.commands.execute(new LeaveObservation(id, body, requested)));
    }

    @Post(':id/observation-publications')
    @Requires(path)
    @ApiOperation({ summary: 'Publish an observation' })
    @ApiJsonBody(publishObservationInput)
    async publish(
      @Param('id', ObjectIdParam(aggregate)) id: ObjectId<Observed>,
      @JsonBody(publishObservationInput) body: PublishObservationInput,
      @Requested() requested: RequestedBy,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<RecordedAnswer> {
      return answerRecorded(reply, await this.commands.execute(new PublishObservation(id, body, requested)));
    }
  }
  // An operation's name in the OpenAPI document is made from its class: each has its own.
  return Object.defineProperty(ObservationsController, 'name', { value: `${aggregate}Observations` });
}

export const OBSERVATIONS_CONTROLLERS: Type[] = [
  observationsOf('decision', 'decisions'),
  observationsOf('commitment', 'commitments'),
];
