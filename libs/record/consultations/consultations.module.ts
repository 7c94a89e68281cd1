import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/contributions.module';
import { AmendMandateHandler } from './amend-mandate/amend-mandate.handler';
import { CloseDepositHandler } from './close-deposit/close-deposit.handler';
import { ConsultationsController } from './consultations.controller';
import { ContestLabelHandler } from './contest-label/contest-label.handler';
import { CountSignaturesHandler } from './count-signatures/count-signatures.handler';
import { DocumentsController } from './documents.controller';
import { ExtendPeriodHandler } from './extend-period/extend-period.handler';
import { JoinAddresseeHandler } from './join-addressee/join-addressee.handler';
import { MandatesController } from './mandates.controller';
import { OpenConsultationHandler } from './open-consultation/open-consultation.handler';
import { OpenDepositHandler } from './open-deposit/open-deposit.handler';
import { PublicsController } from './publics.controller';
import { PublishDocumentHandler } from './publish-document/publish-document.handler';
import { PublishRulesHandler } from './publish-rules/publish-rules.handler';
import { RecordFactHandler } from './record-fact/record-fact.handler';
import { ReportMeansHandler } from './report-means/report-means.handler';
import { ReportPublicsHandler } from './report-publics/report-publics.handler';
import { SettleLabelContestHandler } from './settle-label-contest/settle-label-contest.handler';
import { StatePublicsNotReachedHandler } from './state-publics-not-reached/state-publics-not-reached.handler';

/** Use cases of consultations; `DecisionTaker` and the command bus are global. */
@Module({
  imports: [ContributionsModule],
  controllers: [ConsultationsController, MandatesController, PublicsController, DocumentsController],
  providers: [
    OpenConsultationHandler,
    AmendMandateHandler,
    JoinAddresseeHandler,
    PublishRulesHandler,
    OpenDepositHandler,
    ExtendPeriodHandler,
    CloseDepositHandler,
    ReportMeansHandler,
    ReportPublicsHandler,
    StatePublicsNotReachedHandler,
    CountSignaturesHandler,
    PublishDocumentHandler,
    ContestLabelHandler,
    SettleLabelContestHandler,
    RecordFactHandler,
  ],
})
export class ConsultationsModule {}
