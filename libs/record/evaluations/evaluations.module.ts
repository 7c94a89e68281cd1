import { Module } from '@nestjs/common';
import { AttemptsModule } from '@fil/people/attempts/attempts.module';
import { ContributionsModule } from '../contributions/contributions.module';
import { EvaluationsController } from './evaluations.controller';
import { Respondent } from './give-response/respondent';
import { OpenEvaluationHandler } from './open-evaluation/open-evaluation.handler';
import { IssueInvitationsHandler } from './issue-invitations/issue-invitations.handler';
import { GiveResponseHandler } from './give-response/give-response.handler';
import { GivePanelScoreHandler } from './give-panel-score/give-panel-score.handler';
import { CloseEvaluationHandler } from './close-evaluation/close-evaluation.handler';
import { PublishResultsHandler } from './publish-results/publish-results.handler';
import { GiveManagementResponseHandler } from './give-management-response/give-management-response.handler';

/** Use cases of evaluations; `DecisionTaker`, the vault, the event store and the command bus are global. */
@Module({
  imports: [AttemptsModule, ContributionsModule],
  controllers: [EvaluationsController],
  providers: [
    Respondent,
    OpenEvaluationHandler,
    IssueInvitationsHandler,
    GiveResponseHandler,
    GivePanelScoreHandler,
    CloseEvaluationHandler,
    PublishResultsHandler,
    GiveManagementResponseHandler,
  ],
})
export class EvaluationsModule {}
