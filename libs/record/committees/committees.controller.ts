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
  EstablishCommittee,
  establishCommitteeInput,
  type EstablishCommitteeInput,
} from './establish-committee/establish-committee.command';
import { AppointMember, appointMemberInput, type AppointMemberInput } from './appoint-member/appoint-member.command';
import { DeclareTies, declareTiesInput, type DeclareTiesInput } from './declare-ties/declare-ties.command';
import {
  RecordDeparture,
  recordDepartureInput,
  type RecordDepartureInput,
} from './record-departure/record-departure.command';
import { FreezeCut, freezeCutInput, type FreezeCutInput } from './freeze-cut/freeze-cut.command';
import { DrawSample, drawSampleInput, type DrawSampleInput } from './draw-sample/draw-sample.command';
import { AssessSample, assessSampleInput, type AssessSampleInput } from './assess-sample/assess-sample.command';
import { RecordFinding, recordFindingInput, type RecordFindingInput } from './record-finding/record-finding.command';
import { GiveReply, giveReplyInput, type GiveReplyInput } from './give-reply/give-reply.command';
import { CloseFinding, closeFindingInput, type CloseFindingInput } from './close-finding/close-finding.command';
import { IssueOpinion, issueOpinionInput, type IssueOpinionInput } from './issue-opinion/issue-opinion.command';
import {
  RecordIntegrityCheck,
  recordIntegrityCheckInput,
  type RecordIntegrityCheckInput,
} from './record-integrity-check/record-integrity-check.command';
import { suspendPassageInput, type SuspendPassageInput } from '../passages/suspend-passage';
import { SuspendCommitteePassage } from './suspend-committee-passage/suspend-committee-passage.command';
import { replyToSuspensionInput, type ReplyToSuspensionInput } from '../passages/reply-to-suspension';
import { ReplyToCommitteeSuspension } from './reply-to-committee-suspension/reply-to-committee-suspension.command';
import { restorePassageInput, type RestorePassageInput } from '../passages/restore-passage';
import { RestoreCommitteePassage } from './restore-committee-passage/restore-committee-passage.command';

@ApiTags('committees')
@Controller('api/v1/committees')
export class CommitteesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('committees')
  @ApiOperation({ summary: 'Establish a follow-up committee' })
  @ApiJsonBody(establishCommitteeInput)
  async establish(
    @JsonBody(establishCommitteeInput) body: EstablishCommitteeInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new EstablishCommittee(body, requested)));
  }

  @Post(':id/members')
  @Requires('committees')
  @ApiOperation({ summary: 'Appoint a member, with the interests declared' })
  @ApiJsonBody(appointMemberInput)
  async appointMember(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(appointMemberInput) body: AppointMemberInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AppointMember(id, body, requested)));
  }

  @Post(':id/tie-declarations')
  @Requires('committees')
  @ApiOperation({ summary: 'Declare a member’s ties again' })
  @ApiJsonBody(declareTiesInput)
  async declareTies(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(declareTiesInput) body: DeclareTiesInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclareTies(id, body, requested)));
  }

  @Post(':id/departures')
  @Requires('committees')
  @ApiOperation({ summary: 'Record that a member leaves, with the reason' })
  @ApiJsonBody(recordDepartureInput)
  async recordDeparture(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(recordDepartureInput) body: RecordDepartureInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordDeparture(id, body, requested)));
  }

  @Post(':id/cuts')
  @Requires('committees')
  @ApiOperation({
    summary: 'Freeze a cut of the register',
    description: 'The register computes the root of the size named.',
  })
  @ApiJsonBody(freezeCutInput)
  async freezeCut(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(freezeCutInput) body: FreezeCutInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new FreezeCut(id, body, requested)));
  }

  @Post(':id/samples')
  @Requires('committees')
  @ApiOperation({ summary: 'Draw a sample from a cut, which anybody can draw again' })
  @ApiJsonBody(drawSampleInput)
  async drawSample(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(drawSampleInput) body: DrawSampleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DrawSample(id, body, requested)));
  }

  @Post(':id/assessments')
  @Requires('committees')
  @ApiOperation({ summary: 'Assess items of a sample' })
  @ApiJsonBody(assessSampleInput)
  async assessSample(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(assessSampleInput) body: AssessSampleInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AssessSample(id, body, requested)));
  }

  @Post(':id/findings')
  @Requires('committees')
  @ApiOperation({ summary: 'Record a finding' })
  @ApiJsonBody(recordFindingInput)
  async recordFinding(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(recordFindingInput) body: RecordFindingInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordFinding(id, body, requested)));
  }

  @Post(':id/replies')
  @Requires('committees')
  @ApiOperation({ summary: 'Reply to a finding, as the authority' })
  @ApiJsonBody(giveReplyInput)
  async giveReply(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(giveReplyInput) body: GiveReplyInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveReply(id, body, requested)));
  }

  @Post(':id/finding-closures')
  @Requires('committees')
  @ApiOperation({ summary: 'Close a finding, satisfied or not' })
  @ApiJsonBody(closeFindingInput)
  async closeFinding(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(closeFindingInput) body: CloseFindingInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CloseFinding(id, body, requested)));
  }

  @Post(':id/opinions')
  @Requires('committees')
  @ApiOperation({ summary: 'Issue an opinion' })
  @ApiJsonBody(issueOpinionInput)
  async issueOpinion(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(issueOpinionInput) body: IssueOpinionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new IssueOpinion(id, body, requested)));
  }

  @Post(':id/integrity-checks')
  @Requires('committees')
  @ApiOperation({ summary: 'Record a check of the register’s integrity' })
  @ApiJsonBody(recordIntegrityCheckInput)
  async recordIntegrityCheck(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(recordIntegrityCheckInput) body: RecordIntegrityCheckInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RecordIntegrityCheck(id, body, requested)));
  }

  @Post(':id/suspensions')
  @Requires('committees')
  @ApiOperation({ summary: 'Withhold a passage of a committee’s text, on a legal ground' })
  @ApiJsonBody(suspendPassageInput)
  async suspendPassage(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(suspendPassageInput) body: SuspendPassageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SuspendCommitteePassage(id, body, requested)));
  }

  @Post(':id/suspension-replies')
  @Requires('committees')
  @ApiOperation({ summary: 'Reply to the suspension of a passage, as the committee' })
  @ApiJsonBody(replyToSuspensionInput)
  async replyToSuspension(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(replyToSuspensionInput) body: ReplyToSuspensionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReplyToCommitteeSuspension(id, body, requested)));
  }

  @Post(':id/restorations')
  @Requires('committees')
  @ApiOperation({ summary: 'Show a suspended passage again' })
  @ApiJsonBody(restorePassageInput)
  async restorePassage(
    @Param('id', ObjectIdParam('committee')) id: ObjectId<'committee'>,
    @JsonBody(restorePassageInput) body: RestorePassageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RestoreCommitteePassage(id, body, requested)));
  }
}
