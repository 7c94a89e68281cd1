import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { DataSource } from 'typeorm';
import type { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import { BacklogController } from './backlog/backlog.controller';
import { ListBacklogHandler } from './backlog/list-backlog.handler';
import { ConsultationsController } from './consultations/consultations.controller';
import { FindConsultationHandler, ListConsultationsHandler } from './consultations/consultations.handlers';
import { OverviewController } from './overview/overview.controller';
import { SeeOverviewHandler } from './overview/see-overview.handler';
import { Today, TodayInParis } from './reading/today';
import { ViewReader } from './reading/view-reader';
import { SearchContributionsController } from './search/search-contributions.controller';
import { SearchContributionsHandler } from './search/search-contributions.handler';
import { FindThreadHandler } from './thread/find-thread.handler';
import { ThreadController } from './thread/thread.controller';

export interface ViewsParts {
  /** From `openViewsDataSource`. */
  readonly dataSource: DataSource;
  readonly readYourWrites: ReadYourWrites;
  readonly today?: Today;
}

/** What people ask, as queries and as JSON. Pages send the same queries to the QueryBus. */
@Module({})
export class ViewsModule {
  static on({ dataSource, readYourWrites, today = new TodayInParis() }: ViewsParts): DynamicModule {
    return {
      module: ViewsModule,
      global: true,
      imports: [CqrsModule],
      controllers: [SearchContributionsController, ThreadController, BacklogController, OverviewController, ConsultationsController],
      providers: [
        { provide: ViewReader, useValue: new ViewReader(dataSource, readYourWrites) },
        { provide: Today, useValue: today },
        FindThreadHandler,
        SearchContributionsHandler,
        ListBacklogHandler,
        SeeOverviewHandler,
        ListConsultationsHandler,
        FindConsultationHandler,
      ],
      exports: [ViewReader, Today],
    };
  }
}
