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
  RegisterDecision,
  registerDecisionInput,
  type RegisterDecisionInput,
} from './register-decision/register-decision.command';
import { TakeStep, takeStepInput, type TakeStepInput } from './take-step/take-step.command';
import {
  PublishReasons,
  publishReasonsInput,
  type PublishReasonsInput,
} from './publish-reasons/publish-reasons.command';
import { AmendDecision, amendDecisionInput, type AmendDecisionInput } from './amend-decision/amend-decision.command';
import { AnnulDecision, annulDecisionInput, type AnnulDecisionInput } from './annul-decision/annul-decision.command';
import {
  RepealDecision,
  repealDecisionInput,
  type RepealDecisionInput,
} from './repeal-decision/repeal-decision.command';
import {
  ChallengeInCourt,
  challengeInCourtInput,
  type ChallengeInCourtInput,
} from './challenge-in-court/challenge-in-court.command';
import {
  SuspendByCourt,
  suspendByCourtInput,
  type SuspendByCourtInput,
} from './suspend-by-court/suspend-by-court.command';
import { RecordRuling, recordRulingInput, type RecordRulingInput } from './record-ruling/record-ruling.command';

@ApiTags('decisions')
@Controller('api/v1/decisions')
export class DecisionsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('decisions')
  @ApiOperation({ summary: 'Register a decision taken by a body or a function' })
  @ApiJsonBody(registerDecisionInput)
  async register(
    @JsonBody(registerDecisionInput) body: RegisterDecisionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RegisterDecision(body, requested)));
  }

  @Post(':id/steps')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record a step of the decision path that was taken, declared or not' })
  @ApiJsonBody(takeStepInput)
  async takeStep(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(takeStepInput) body: TakeStepInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new TakeStep(id, body, requested)));
  }

  @Post(':id/reasons')
  @Requires('decisions')
  @ApiOperation({ summary: 'Publish the reasons of a decision' })
  @ApiJsonBody(publishReasonsInput)
  async publishReasons(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(publishReasonsInput) body: PublishReasonsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishReasons(id, body, requested)));
  }

  @Post(':id/amendments')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record that a later act amends a decision' })
  @ApiJsonBody(amendDecisionInput)
  async amend(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(amendDecisionInput) body: AmendDecisionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AmendDecision(id, body, requested)));
  }

  @Post(':id/annulments')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record that a decision is annulled or withdrawn, in whole or in part' })
  @ApiJsonBody(annulDecisionInput)
  async annul(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(annulDecisionInput) body: AnnulDecisionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AnnulDecision(id, body, requested)));
  }

  @Post(':id/repeals')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record that a decision is repealed' })
  @ApiJsonBody(repealDecisionInput)
  async repeal(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(repealDecisionInput) body: RepealDecisionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RepealDecision(id, body, requested)));
  }

  @Post(':id/court-challenges')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record that a decision is challenged in court' })
  @ApiJsonBody(challengeInCourtInput)
  async challenge(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(challengeInCourtInput) body: ChallengeInCourtInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ChallengeInCourt(id, body, requested)));
  }

  @Post(':id/court-suspensions')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record that a court suspends a decision' })
  @ApiJsonBody(suspendByCourtInput)
  async suspend(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(suspendByCourtInput) body: SuspendByCourtInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SuspendByCourt(id, body, requested)));
  }

  @Post(':id/court-rulings')
  @Requires('decisions')
  @ApiOperation({ summary: 'Record what a court ruled on a challenge' })
  @ApiJsonBody(recordRulingInput)
  async rule(
    @Param('id', ObjectIdParam('decision')) id: ObjectId<'decision'>,
    @JsonBody(recordRulingInput) body: RecordRulingInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordRuling(id, body, requested)));
  }
}
