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
  AttachCommitteeOpinion,
  attachCommitteeOpinionInput,
  type AttachCommitteeOpinionInput,
} from './attach-committee-opinion/attach-committee-opinion.command';
import {
  AttachGuarantorOpinion,
  attachGuarantorOpinionInput,
  type AttachGuarantorOpinionInput,
} from './attach-guarantor-opinion/attach-guarantor-opinion.command';
import {
  ContestReportAsOverseer,
  contestReportAsOverseerInput,
  type ContestReportAsOverseerInput,
} from './contest-report-as-overseer/contest-report-as-overseer.command';
import { ContestReport, contestReportInput, type ContestReportInput } from './contest-report/contest-report.command';
import { CorrectReport, correctReportInput, type CorrectReportInput } from './correct-report/correct-report.command';
import { PublishReport, publishReportInput, type PublishReportInput } from './publish-report/publish-report.command';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('reports')
  @ApiOperation({ summary: 'Publish a report on a scope and a size, as its draft was read' })
  @ApiJsonBody(publishReportInput)
  async publish(
    @JsonBody(publishReportInput) body: PublishReportInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishReport(body, requested)));
  }

  @Post(':id/guarantor-opinions')
  @Requires('reports')
  @ApiOperation({ summary: 'Attach a text of the guarantor, unedited' })
  @ApiJsonBody(attachGuarantorOpinionInput)
  async attachGuarantorOpinion(
    @Param('id', ObjectIdParam('report')) id: ObjectId<'report'>,
    @JsonBody(attachGuarantorOpinionInput) body: AttachGuarantorOpinionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AttachGuarantorOpinion(id, body, requested)));
  }

  @Post(':id/committee-opinions')
  @Requires('reports')
  @ApiOperation({ summary: 'Attach a text of a follow-up committee, unedited' })
  @ApiJsonBody(attachCommitteeOpinionInput)
  async attachCommitteeOpinion(
    @Param('id', ObjectIdParam('report')) id: ObjectId<'report'>,
    @JsonBody(attachCommitteeOpinionInput) body: AttachCommitteeOpinionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AttachCommitteeOpinion(id, body, requested)));
  }

  @Post(':id/corrections')
  @Requires('reports')
  @ApiOperation({ summary: 'Correct a published report: what, and why; the old version stays' })
  @ApiJsonBody(correctReportInput)
  async correct(
    @Param('id', ObjectIdParam('report')) id: ObjectId<'report'>,
    @JsonBody(correctReportInput) body: CorrectReportInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CorrectReport(id, body, requested)));
  }

  @Post(':id/contests')
  @ApiOperation({ summary: 'Contest a report, as the author of a contribution it accounts for' })
  @ApiJsonBody(contestReportInput)
  async contest(
    @Param('id', ObjectIdParam('report')) id: ObjectId<'report'>,
    @JsonBody(contestReportInput) body: ContestReportInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ContestReport(id, body, requested)));
  }

  @Post(':id/overseer-contests')
  @Requires('reports')
  @ApiOperation({ summary: 'Contest a report, as its guarantor or a follow-up committee' })
  @ApiJsonBody(contestReportAsOverseerInput)
  async contestAsOverseer(
    @Param('id', ObjectIdParam('report')) id: ObjectId<'report'>,
    @JsonBody(contestReportAsOverseerInput) body: ContestReportAsOverseerInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ContestReportAsOverseer(id, body, requested)));
  }
}
