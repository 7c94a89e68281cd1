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
  AppointGuarantor,
  appointGuarantorInput,
  type AppointGuarantorInput,
} from './appoint-guarantor/appoint-guarantor.command';
import {
  ReceiveObservation,
  receiveObservationInput,
  type ReceiveObservationInput,
} from './receive-observation/receive-observation.command';
import {
  MakeRecommendation,
  makeRecommendationInput,
  type MakeRecommendationInput,
} from './make-recommendation/make-recommendation.command';
import {
  AnswerRecommendation,
  answerRecommendationInput,
  type AnswerRecommendationInput,
} from './answer-recommendation/answer-recommendation.command';
import {
  PublishGuarantorReport,
  publishGuarantorReportInput,
  type PublishGuarantorReportInput,
} from './publish-guarantor-report/publish-guarantor-report.command';
import {
  GiveGuarantorOpinion,
  giveGuarantorOpinionInput,
  type GiveGuarantorOpinionInput,
} from './give-guarantor-opinion/give-guarantor-opinion.command';
import {
  WithdrawGuarantor,
  withdrawGuarantorInput,
  type WithdrawGuarantorInput,
} from './withdraw-guarantor/withdraw-guarantor.command';
import { suspendPassageInput, type SuspendPassageInput } from '../passages/suspend-passage';
import { SuspendGuarantorPassage } from './suspend-guarantor-passage/suspend-guarantor-passage.command';
import { replyToSuspensionInput, type ReplyToSuspensionInput } from '../passages/reply-to-suspension';
import { ReplyToGuarantorSuspension } from './reply-to-guarantor-suspension/reply-to-guarantor-suspension.command';
import { restorePassageInput, type RestorePassageInput } from '../passages/restore-passage';
import { RestoreGuarantorPassage } from './restore-guarantor-passage/restore-guarantor-passage.command';

@ApiTags('guarantors')
@Controller('api/v1/guarantors')
export class GuarantorsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('guarantors')
  @ApiOperation({ summary: 'Appoint a guarantor' })
  @ApiJsonBody(appointGuarantorInput)
  async appoint(
    @JsonBody(appointGuarantorInput) body: AppointGuarantorInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AppointGuarantor(body, requested)));
  }

  @Post(':id/observations')
  @Requires('contributions')
  @ApiOperation({ summary: 'Record an observation made to a guarantor' })
  @ApiJsonBody(receiveObservationInput)
  async receiveObservation(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(receiveObservationInput) body: ReceiveObservationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReceiveObservation(id, body, requested)));
  }

  @Post(':id/recommendations')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Make a recommendation, as the guarantor' })
  @ApiJsonBody(makeRecommendationInput)
  async makeRecommendation(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(makeRecommendationInput) body: MakeRecommendationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new MakeRecommendation(id, body, requested)));
  }

  @Post(':id/recommendation-answers')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Answer a recommendation, as the authority' })
  @ApiJsonBody(answerRecommendationInput)
  async answerRecommendation(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(answerRecommendationInput) body: AnswerRecommendationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AnswerRecommendation(id, body, requested)));
  }

  @Post(':id/reports')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Publish a report, as the guarantor' })
  @ApiJsonBody(publishGuarantorReportInput)
  async publishReport(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(publishGuarantorReportInput) body: PublishGuarantorReportInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishGuarantorReport(id, body, requested)));
  }

  @Post(':id/opinions')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Give an opinion or agree, as the guarantor' })
  @ApiJsonBody(giveGuarantorOpinionInput)
  async giveOpinion(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(giveGuarantorOpinionInput) body: GiveGuarantorOpinionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveGuarantorOpinion(id, body, requested)));
  }

  @Post(':id/withdrawals')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Withdraw, as the guarantor' })
  @ApiJsonBody(withdrawGuarantorInput)
  async withdraw(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(withdrawGuarantorInput) body: WithdrawGuarantorInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new WithdrawGuarantor(id, body, requested)));
  }

  @Post(':id/suspensions')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Withhold a passage of a guarantor’s text, on a legal ground' })
  @ApiJsonBody(suspendPassageInput)
  async suspendPassage(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(suspendPassageInput) body: SuspendPassageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SuspendGuarantorPassage(id, body, requested)));
  }

  @Post(':id/suspension-replies')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Reply to the suspension of a passage, as the guarantor' })
  @ApiJsonBody(replyToSuspensionInput)
  async replyToSuspension(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(replyToSuspensionInput) body: ReplyToSuspensionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReplyToGuarantorSuspension(id, body, requested)));
  }

  @Post(':id/restorations')
  @Requires('guarantors')
  @ApiOperation({ summary: 'Show a suspended passage again' })
  @ApiJsonBody(restorePassageInput)
  async restorePassage(
    @Param('id', ObjectIdParam('guarantor')) id: ObjectId<'guarantor'>,
    @JsonBody(restorePassageInput) body: RestorePassageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RestoreGuarantorPassage(id, body, requested)));
  }
}
