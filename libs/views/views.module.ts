import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import { BacklogController } from './backlog/backlog.controller';
import { ListBacklogHandler } from './backlog/list-backlog.handler';
import { ConsultationsController } from './consultations/consultations.controller';
import { FindConsultationHandler, ListConsultationsHandler } from './consultations/consultations.handlers';
import { OverviewController } from './overview/overview.controller';
import { SeeOverviewHandler } from './overview/see-overview.handler';
import { VIEW_PROJECTIONS } from './projections';
import { Today, TodayInParis } from './reading/today';
import { ViewReader } from './reading/view-reader';
import { RegistryController } from './registry/registry.controller';
import { SearchContributionsController } from './search/search-contributions.controller';
import { SearchContributionsHandler } from './search/search-contributions.handler';
import { FindThreadHandler } from './thread/find-thread.handler';
import { ThreadController } from './thread/thread.controller';

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
    RegistryController,
  ],
  providers: [
    ViewReader,
    { provide: Today, useClass: TodayInParis },
    FindThreadHandler,
    SearchContributionsHandler,
    ListBacklogHandler,
    SeeOverviewHandler,
    ListConsultationsHandler,
    FindConsultationHandler,
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
