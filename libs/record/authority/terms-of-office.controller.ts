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
import { BeginMandate, beginMandateInput, type BeginMandateInput } from './begin-mandate/begin-mandate.command';
import {
  DeclarePreElectionPeriod,
  declarePreElectionPeriodInput,
  type DeclarePreElectionPeriodInput,
} from './declare-pre-election-period/declare-pre-election-period.command';

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class TermsOfOfficeController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/mandates')
  @Requires('authority')
  @ApiOperation({ summary: 'Record that a new mandate has begun after an election' })
  @ApiJsonBody(beginMandateInput)
  async begin(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(beginMandateInput) body: BeginMandateInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new BeginMandate(id, body, requested)));
  }

  @Post(':id/pre-election-periods')
  @Requires('authority')
  @ApiOperation({ summary: 'Declare a pre-election period, in which communication waits' })
  @ApiJsonBody(declarePreElectionPeriodInput)
  async declarePeriod(
    @Param('id', ObjectIdParam('authority')) id: ObjectId<'authority'>,
    @JsonBody(declarePreElectionPeriodInput) body: DeclarePreElectionPeriodInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclarePreElectionPeriod(id, body, requested)));
  }
}
