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
  OpenEvaluation,
  openEvaluationInput,
  type OpenEvaluationInput,
} from './open-evaluation/open-evaluation.command';
import {
  IssueInvitations,
  issueInvitationsInput,
  type IssuedInvitations,
  type IssueInvitationsInput,
} from './issue-invitations/issue-invitations.command';
import { GiveResponse, giveResponseInput, type GiveResponseInput } from './give-response/give-response.command';
import {
  GivePanelScore,
  givePanelScoreInput,
  type GivePanelScoreInput,
} from './give-panel-score/give-panel-score.command';
import {
  CloseEvaluation,
  closeEvaluationInput,
  type CloseEvaluationInput,
} from './close-evaluation/close-evaluation.command';
import {
  PublishResults,
  publishResultsInput,
  type PublishResultsInput,
} from './publish-results/publish-results.command';
import {
  GiveManagementResponse,
  giveManagementResponseInput,
  type GiveManagementResponseInput,
} from './give-management-response/give-management-response.command';

@ApiTags('evaluations')
@Controller('api/v1/evaluations')
export class EvaluationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('evaluations')
  @ApiOperation({ summary: 'Open a participatory evaluation' })
  @ApiJsonBody(openEvaluationInput)
  async open(
    @JsonBody(openEvaluationInput) body: OpenEvaluationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new OpenEvaluation(body, requested)));
  }

  @Post(':id/invitations')
  @Requires('evaluations')
  @ApiOperation({
    summary: 'Issue invitations to answer, as the facilitator',
    description: 'The answer holds `invitations`, the codes, once: they are kept nowhere.',
  })
  @ApiJsonBody(issueInvitationsInput)
  async issueInvitations(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(issueInvitationsInput) body: IssueInvitationsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer & { invitations?: readonly string[] }> {
    const issued: IssuedInvitations = await this.commands.execute(new IssueInvitations(id, body, requested));
    // Who holds a code answers with it: no cache may keep it.
    void reply.header('cache-control', 'no-store');
    answerRecorded(reply, issued);
    return issued;
  }

  /** By whoever holds the author's key of a contribution, or an invitation: no token. */
  @Post(':id/responses')
  @ApiOperation({ summary: 'Answer an evaluation, as a contributor or by invitation' })
  @ApiJsonBody(giveResponseInput)
  async respond(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(giveResponseInput) body: GiveResponseInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveResponse(id, body, requested)));
  }

  @Post(':id/panel-scores')
  @Requires('evaluations')
  @ApiOperation({ summary: 'Record the panel’s answer to a criterion, as the facilitator' })
  @ApiJsonBody(givePanelScoreInput)
  async givePanelScore(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(givePanelScoreInput) body: GivePanelScoreInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GivePanelScore(id, body, requested)));
  }

  @Post(':id/closings')
  @Requires('evaluations')
  @ApiOperation({ summary: 'Close an evaluation, as the facilitator' })
  @ApiJsonBody(closeEvaluationInput)
  async close(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(closeEvaluationInput) body: CloseEvaluationInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CloseEvaluation(id, body, requested)));
  }

  @Post(':id/publications')
  @Requires('evaluations')
  @ApiOperation({
    summary: 'Publish the results, as the facilitator',
    description: 'The register computes them from the entries up to the closing.',
  })
  @ApiJsonBody(publishResultsInput)
  async publish(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(publishResultsInput) body: PublishResultsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new PublishResults(id, body, requested)));
  }

  @Post(':id/management-responses')
  @Requires('evaluations')
  @ApiOperation({ summary: 'Respond to the results, as the authority' })
  @ApiJsonBody(giveManagementResponseInput)
  async giveManagementResponse(
    @Param('id', ObjectIdParam('evaluation')) id: ObjectId<'evaluation'>,
    @JsonBody(giveManagementResponseInput) body: GiveManagementResponseInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new GiveManagementResponse(id, body, requested)));
  }
}
