import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/contributions.module';
import { AttachCommitteeOpinionHandler } from './attach-committee-opinion/attach-committee-opinion.handler';
import { AttachGuarantorOpinionHandler } from './attach-guarantor-opinion/attach-guarantor-opinion.handler';
import { ContestReportAsOverseerHandler } from './contest-report-as-overseer/contest-report-as-overseer.handler';
import { ContestReportHandler } from './contest-report/contest-report.handler';
import { CorrectReportHandler } from './correct-report/correct-report.handler';
import { PublishReportHandler } from './publish-report/publish-report.handler';
import { ReportsController } from './reports.controller';

/** Use cases of accountability reports; `DecisionTaker` and the command bus are global. */
@Module({
  imports: [ContributionsModule],
  controllers: [ReportsController],
  providers: [
    PublishReportHandler,
    AttachGuarantorOpinionHandler,
    AttachCommitteeOpinionHandler,
    CorrectReportHandler,
    ContestReportHandler,
    ContestReportAsOverseerHandler,
  ],
})
export class ReportsModule {}
