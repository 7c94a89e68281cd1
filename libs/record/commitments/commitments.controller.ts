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
  MakeCommitment,
  makeCommitmentInput,
  type MakeCommitmentInput,
} from './make-commitment/make-commitment.command';
import {
  StartCommitment,
  startCommitmentInput,
  type StartCommitmentInput,
} from './start-commitment/start-commitment.command';
import { ReachStage, reachStageInput, type ReachStageInput } from './reach-stage/reach-stage.command';
import { LoseStage, loseStageInput, type LoseStageInput } from './lose-stage/lose-stage.command';
import {
  ReportProgress,
  reportProgressInput,
  type ReportProgressInput,
} from './report-progress/report-progress.command';
import {
  RescheduleCommitment,
  rescheduleCommitmentInput,
  type RescheduleCommitmentInput,
} from './reschedule-commitment/reschedule-commitment.command';
import { DeclareDone, declareDoneInput, type DeclareDoneInput } from './declare-done/declare-done.command';
import {
  AbandonCommitment,
  abandonCommitmentInput,
  type AbandonCommitmentInput,
} from './abandon-commitment/abandon-commitment.command';
import {
  ReopenCommitment,
  reopenCommitmentInput,
  type ReopenCommitmentInput,
} from './reopen-commitment/reopen-commitment.command';
import {
  NoteSourceNoLongerLists,
  noteSourceNoLongerListsInput,
  type NoteSourceNoLongerListsInput,
} from './note-source-no-longer-lists/note-source-no-longer-lists.command';
import { CommitBudget, commitBudgetInput, type CommitBudgetInput } from './commit-budget/commit-budget.command';
import { SpendBudget, spendBudgetInput, type SpendBudgetInput } from './spend-budget/spend-budget.command';
import {
  SuspendCommitment,
  suspendCommitmentInput,
  type SuspendCommitmentInput,
} from './suspend-commitment/suspend-commitment.command';
import {
  ResumeCommitment,
  resumeCommitmentInput,
  type ResumeCommitmentInput,
} from './resume-commitment/resume-commitment.command';
import {
  ModifyCommitment,
  modifyCommitmentInput,
  type ModifyCommitmentInput,
} from './modify-commitment/modify-commitment.command';
import {
  ReassignCommitment,
  reassignCommitmentInput,
  type ReassignCommitmentInput,
} from './reassign-commitment/reassign-commitment.command';
import {
  ConfirmCommitment,
  confirmCommitmentInput,
  type ConfirmCommitmentInput,
} from './confirm-commitment/confirm-commitment.command';
import {
  VerifyCommitment,
  verifyCommitmentInput,
  type VerifyCommitmentInput,
} from './verify-commitment/verify-commitment.command';
import {
  ContestCompletion,
  contestCompletionInput,
  type ContestCompletionInput,
} from './contest-completion/contest-completion.command';

@ApiTags('commitments')
@Controller('api/v1/commitments')
export class CommitmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Requires('commitments')
  @ApiOperation({ summary: 'Make a commitment' })
  @ApiJsonBody(makeCommitmentInput)
  async make(
    @JsonBody(makeCommitmentInput) body: MakeCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new MakeCommitment(body, requested)));
  }

  @Post(':id/starts')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record that a commitment has started' })
  @ApiJsonBody(startCommitmentInput)
  async start(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(startCommitmentInput) body: StartCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new StartCommitment(id, body, requested)));
  }

  @Post(':id/stages')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record a stage reached' })
  @ApiJsonBody(reachStageInput)
  async reachStage(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(reachStageInput) body: ReachStageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReachStage(id, body, requested)));
  }

  @Post(':id/stage-losses')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record a step back, with its reason' })
  @ApiJsonBody(loseStageInput)
  async loseStage(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(loseStageInput) body: LoseStageInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new LoseStage(id, body, requested)));
  }

  @Post(':id/progress-reports')
  @Requires('commitments')
  @ApiOperation({ summary: 'Report progress' })
  @ApiJsonBody(reportProgressInput)
  async reportProgress(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(reportProgressInput) body: ReportProgressInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReportProgress(id, body, requested)));
  }

  @Post(':id/reschedulings')
  @Requires('commitments')
  @ApiOperation({ summary: 'Change the due date, with the reason' })
  @ApiJsonBody(rescheduleCommitmentInput)
  async reschedule(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(rescheduleCommitmentInput) body: RescheduleCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new RescheduleCommitment(id, body, requested)));
  }

  @Post(':id/completions')
  @Requires('commitments')
  @ApiOperation({ summary: 'Declare a commitment done, with evidence' })
  @ApiJsonBody(declareDoneInput)
  async declareDone(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(declareDoneInput) body: DeclareDoneInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new DeclareDone(id, body, requested)));
  }

  @Post(':id/abandonments')
  @Requires('commitments')
  @ApiOperation({ summary: 'Abandon a commitment, with the reason and who decided' })
  @ApiJsonBody(abandonCommitmentInput)
  async abandon(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(abandonCommitmentInput) body: AbandonCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new AbandonCommitment(id, body, requested)));
  }

  @Post(':id/reopenings')
  @Requires('commitments')
  @ApiOperation({ summary: 'Reopen a commitment that is done or abandoned' })
  @ApiJsonBody(reopenCommitmentInput)
  async reopen(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(reopenCommitmentInput) body: ReopenCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReopenCommitment(id, body, requested)));
  }

  @Post(':id/source-absences')
  @Requires('commitments')
  @ApiOperation({ summary: 'Note that the source no longer lists a commitment' })
  @ApiJsonBody(noteSourceNoLongerListsInput)
  async noteSourceNoLongerLists(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(noteSourceNoLongerListsInput) body: NoteSourceNoLongerListsInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new NoteSourceNoLongerLists(id, body, requested)));
  }

  @Post(':id/budget-commitments')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record money committed to a commitment' })
  @ApiJsonBody(commitBudgetInput)
  async commitBudget(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(commitBudgetInput) body: CommitBudgetInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new CommitBudget(id, body, requested)));
  }

  @Post(':id/expenditures')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record money spent on a commitment' })
  @ApiJsonBody(spendBudgetInput)
  async spendBudget(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(spendBudgetInput) body: SpendBudgetInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SpendBudget(id, body, requested)));
  }

  @Post(':id/suspensions')
  @Requires('commitments')
  @ApiOperation({ summary: 'Suspend a commitment, with the reason; its due date does not change' })
  @ApiJsonBody(suspendCommitmentInput)
  async suspend(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(suspendCommitmentInput) body: SuspendCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new SuspendCommitment(id, body, requested)));
  }

  @Post(':id/resumptions')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record that a suspended commitment resumes' })
  @ApiJsonBody(resumeCommitmentInput)
  async resume(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(resumeCommitmentInput) body: ResumeCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ResumeCommitment(id, body, requested)));
  }

  @Post(':id/modifications')
  @Requires('commitments')
  @ApiOperation({ summary: 'Change what is undertaken, with the reason; the former version stays' })
  @ApiJsonBody(modifyCommitmentInput)
  async modify(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(modifyCommitmentInput) body: ModifyCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ModifyCommitment(id, body, requested)));
  }

  @Post(':id/reassignments')
  @Requires('commitments')
  @ApiOperation({ summary: 'Give a commitment to another department or function' })
  @ApiJsonBody(reassignCommitmentInput)
  async reassign(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(reassignCommitmentInput) body: ReassignCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ReassignCommitment(id, body, requested)));
  }

  @Post(':id/confirmations')
  @Requires('commitments')
  @ApiOperation({ summary: 'Record that a new council takes a commitment over' })
  @ApiJsonBody(confirmCommitmentInput)
  async confirm(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(confirmCommitmentInput) body: ConfirmCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ConfirmCommitment(id, body, requested)));
  }

  @Post(':id/verifications')
  @Requires('committees')
  @ApiOperation({ summary: 'As an independent committee, find a commitment kept' })
  @ApiJsonBody(verifyCommitmentInput)
  async verify(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(verifyCommitmentInput) body: VerifyCommitmentInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new VerifyCommitment(id, body, requested)));
  }

  @Post(':id/committee-contests')
  @Requires('committees')
  @ApiOperation({ summary: 'As an independent committee, dispute that a commitment is kept' })
  @ApiJsonBody(contestCompletionInput)
  async contestCompletion(
    @Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>,
    @JsonBody(contestCompletionInput) body: ContestCompletionInput,
    @Requested() requested: RequestedBy,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAnswer> {
    return answerRecorded(reply, await this.commands.execute(new ContestCompletion(id, body, requested)));
  }
}
