import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import { AuthorityViewsController } from './authorities/authorities.controller';
import { FindAuthorityHandler, ListAuthoritiesHandler } from './authorities/authorities.handlers';
import { BacklogController } from './backlog/backlog.controller';
import { ListBacklogHandler } from './backlog/list-backlog.handler';
import { CommitmentViewsController } from './commitments/commitments.controller';
import { FindCommitmentHandler, ListCommitmentsHandler } from './commitments/commitments.handlers';
import { CompletenessController } from './completeness/completeness.controller';
import { SeeCompletenessHandler } from './completeness/see-completeness.handler';
import { ConsultationsController } from './consultations/consultations.controller';
import { FindConsultationHandler, ListConsultationsHandler } from './consultations/consultations.handlers';
import { DeadlineViewsController } from './deadlines/deadlines.controller';
import { FindDeadlineHandler, ListDeadlinesHandler } from './deadlines/deadlines.handlers';
import { EncountersController } from './encounters/encounters.controller';
import { FindEncounterHandler, ListEncountersHandler } from './encounters/encounters.handlers';
import { DecisionViewsController } from './decisions/decisions.controller';
import { FindDecisionHandler, ListDecisionsHandler } from './decisions/decisions.handlers';
import { CommitteeViewsController } from './committees/committees.controller';
import { FindCommitteeHandler, ListCommitteesHandler } from './committees/committees.handlers';
import { ErasuresListController } from './erasures/erasures.controller';
import { SeeErasuresHandler } from './erasures/see-erasures.handler';
import { EvaluationViewsController } from './evaluations/evaluations.controller';
import { FindEvaluationHandler, ListEvaluationsHandler } from './evaluations/evaluations.handlers';
import { GuarantorViewsController } from './guarantors/guarantors.controller';
import { FindGuarantorHandler, ListGuarantorsHandler } from './guarantors/guarantors.handlers';
import { OverviewController } from './overview/overview.controller';
import { SeeOverviewHandler } from './overview/see-overview.handler';
import { VIEW_PROJECTIONS } from './projections';
import { Today, TodayInParis } from './reading/today';
import { ViewReader } from './reading/view-reader';
import { OpeningsController } from './receipts/openings.controller';
import { PromiseKeysController } from './receipts/promise-keys.controller';
import { ReceiptsController } from './receipts/receipts.controller';
import { RegistryController } from './registry/registry.controller';
import { ReportDrawing } from './reports/report-drawing';
import { ReportViewsController } from './reports/reports.controller';
import {
  DraftReportHandler,
  FindReportHandler,
  ListReportContributionsHandler,
  ListReportsHandler,
  ReadReportDataHandler,
} from './reports/reports.handlers';
import { SearchContributionsController } from './search/search-contributions.controller';
import { SearchContributionsHandler } from './search/search-contributions.handler';
import { SynthesisViewsController } from './syntheses/syntheses.controller';
import {
  FindSynthesisHandler,
  ListSynthesesHandler,
  ListSynthesisMembersHandler,
} from './syntheses/syntheses.handlers';
import { FindThreadHandler } from './thread/find-thread.handler';
import { EntryCorrectionsController } from './entry-corrections/entry-corrections.controller';
import { SeeEntryCorrectionsHandler } from './entry-corrections/see-entry-corrections.handler';
import { ModerationListController } from './moderation/moderation.controller';
import { SeeModerationHandler } from './moderation/see-moderation.handler';
import { ThreadController } from './thread/thread.controller';
import { SeeTimelineHandler } from './timeline/see-timeline.handler';
import { TimelineController } from './timeline/timeline.controller';

/**
 * What people ask, as queries and as JSON; pages send the same queries to the QueryBus. Needs a DataSource with
 * `VIEW_ENTITIES` and the ReadYourWrites of the register.
 */
@Module({
  imports: [CqrsModule],
  controllers: [
    SearchContributionsController,
    ThreadController,
    BacklogController,
    OverviewController,
    ConsultationsController,
    DecisionViewsController,
    CommitmentViewsController,
    EncountersController,
    DeadlineViewsController,
    RegistryController,
    ReceiptsController,
    OpeningsController,
    PromiseKeysController,
    AuthorityViewsController,
    SynthesisViewsController,
    ModerationListController,
    ErasuresListController,
    EntryCorrectionsController,
    ReportViewsController,
    CommitteeViewsController,
    EvaluationViewsController,
    GuarantorViewsController,
    TimelineController,
    CompletenessController,
  ],
  providers: [
    ViewReader,
    { provide: Today, useClass: TodayInParis },
    FindThreadHandler,
    SearchContributionsHandler,
    ListBacklogHandler,
    SeeOverviewHandler,
    SeeModerationHandler,
    SeeErasuresHandler,
    SeeEntryCorrectionsHandler,
    ListConsultationsHandler,
    FindConsultationHandler,
    ListDecisionsHandler,
    FindDecisionHandler,
    ListCommitmentsHandler,
    FindCommitmentHandler,
    ListAuthoritiesHandler,
    FindAuthorityHandler,
    ListSynthesesHandler,
    FindSynthesisHandler,
    ListSynthesisMembersHandler,
    ListDeadlinesHandler,
    FindDeadlineHandler,
    ListEncountersHandler,
    FindEncounterHandler,
    ReportDrawing,
    ListReportsHandler,
    FindReportHandler,
    DraftReportHandler,
    ReadReportDataHandler,
    ListReportContributionsHandler,
    ListCommitteesHandler,
    FindCommitteeHandler,
    ListEvaluationsHandler,
    FindEvaluationHandler,
    ListGuarantorsHandler,
    FindGuarantorHandler,
    SeeTimelineHandler,
    SeeCompletenessHandler,
  ],
  exports: [ViewReader, Today],
})
export class ViewsModule implements OnApplicationBootstrap {
  constructor(private readonly readYourWrites: ReadYourWrites) {}

  /** A later release must not drop the tables that this process reads. */
  async onApplicationBootstrap(): Promise<void> {
    await this.readYourWrites.announce(VIEW_PROJECTIONS);
  }
}
