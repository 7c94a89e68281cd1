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
import { ReportMeans, reportMeansInput, type ReportMeansInput } from './report-means/report-means.command';
import { ReportPublics, reportPublicsInput, type ReportPublicsInput } from './report-publics/report-publics.command';
import {
  StatePublicsNotReached,
  statePublicsNotReachedInput,
  type StatePublicsNotReachedInput,
} from './state-publics-not-reached/state-publics-not-reached.command';
import {
  CountSignatures,
  countSignaturesInput,
  type CountSignaturesInput,
} from './count-signatures/count-signatures.command';

/** Who took part, who did not, and what it cost. */
@ApiTags('consultations')
@Controller('api/v1/consultations')
export class PublicsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/means')
  @Requires('consultations')
  @ApiOperation({ summary: 'Report means that were spent' })
  @ApiJsonBody(reportMeansInput)
  async reportMeans(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(reportMeansInput) body: ReportMeansInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReportMeans(id, body, requested)));
  }

  @Post(':id/publics')
  @Requires('consultations')
  @ApiOperation({
    summary: 'Report the publics reached',
    description: 'Small groups are taken out before anything is recorded: the counts as given are kept nowhere.',
  })
  @ApiJsonBody(reportPublicsInput)
  async reportPublics(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(reportPublicsInput) body: ReportPublicsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReportPublics(id, body, requested)));
  }

  @Post(':id/publics-not-reached')
  @Requires('consultations')
  @ApiOperation({ summary: 'State the publics not reached' })
  @ApiJsonBody(statePublicsNotReachedInput)
  async stateNotReached(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(statePublicsNotReachedInput) body: StatePublicsNotReachedInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new StatePublicsNotReached(id, body, requested)));
  }

  @Post(':id/signature-counts')
  @Requires('consultations')
  @ApiOperation({ summary: 'Count the signatures of a petition' })
  @ApiJsonBody(countSignaturesInput)
  async countSignatures(
    @Param('id', ObjectIdParam('consultation')) id: ObjectId<'consultation'>,
    @JsonBody(countSignaturesInput) body: CountSignaturesInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CountSignatures(id, body, requested)));
  }
}
