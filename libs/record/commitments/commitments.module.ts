import { Module } from '@nestjs/common';
import { CommitmentsController } from './commitments.controller';
import { MakeCommitmentHandler } from './make-commitment/make-commitment.handler';
import { StartCommitmentHandler } from './start-commitment/start-commitment.handler';
import { ReachStageHandler } from './reach-stage/reach-stage.handler';
import { LoseStageHandler } from './lose-stage/lose-stage.handler';
import { ReportProgressHandler } from './report-progress/report-progress.handler';
import { RescheduleCommitmentHandler } from './reschedule-commitment/reschedule-commitment.handler';
import { DeclareDoneHandler } from './declare-done/declare-done.handler';
import { AbandonCommitmentHandler } from './abandon-commitment/abandon-commitment.handler';
import { ReopenCommitmentHandler } from './reopen-commitment/reopen-commitment.handler';
import { NoteSourceNoLongerListsHandler } from './note-source-no-longer-lists/note-source-no-longer-lists.handler';
import { CommitBudgetHandler } from './commit-budget/commit-budget.handler';
import { SpendBudgetHandler } from './spend-budget/spend-budget.handler';
import { SuspendCommitmentHandler } from './suspend-commitment/suspend-commitment.handler';
import { ResumeCommitmentHandler } from './resume-commitment/resume-commitment.handler';
import { ModifyCommitmentHandler } from './modify-commitment/modify-commitment.handler';
import { ReassignCommitmentHandler } from './reassign-commitment/reassign-commitment.handler';
import { ConfirmCommitmentHandler } from './confirm-commitment/confirm-commitment.handler';
import { VerifyCommitmentHandler } from './verify-commitment/verify-commitment.handler';
import { ContestCompletionHandler } from './contest-completion/contest-completion.handler';

/** Use cases of commitments; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [CommitmentsController],
  providers: [
    MakeCommitmentHandler,
    StartCommitmentHandler,
    ReachStageHandler,
    LoseStageHandler,
    ReportProgressHandler,
    RescheduleCommitmentHandler,
    DeclareDoneHandler,
    AbandonCommitmentHandler,
    ReopenCommitmentHandler,
    NoteSourceNoLongerListsHandler,
    CommitBudgetHandler,
    SpendBudgetHandler,
    SuspendCommitmentHandler,
    ResumeCommitmentHandler,
    ModifyCommitmentHandler,
    ReassignCommitmentHandler,
    ConfirmCommitmentHandler,
    VerifyCommitmentHandler,
    ContestCompletionHandler,
  ],
})
export class CommitmentsModule {}
