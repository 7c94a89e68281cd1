import { Module } from '@nestjs/common';
import { GuarantorsController } from './guarantors.controller';
import { AppointGuarantorHandler } from './appoint-guarantor/appoint-guarantor.handler';
import { ReceiveObservationHandler } from './receive-observation/receive-observation.handler';
import { MakeRecommendationHandler } from './make-recommendation/make-recommendation.handler';
import { AnswerRecommendationHandler } from './answer-recommendation/answer-recommendation.handler';
import { PublishGuarantorReportHandler } from './publish-guarantor-report/publish-guarantor-report.handler';
import { GiveGuarantorOpinionHandler } from './give-guarantor-opinion/give-guarantor-opinion.handler';
import { WithdrawGuarantorHandler } from './withdraw-guarantor/withdraw-guarantor.handler';
import { SuspendGuarantorPassageHandler } from './suspend-guarantor-passage/suspend-guarantor-passage.handler';
import { ReplyToGuarantorSuspensionHandler } from './reply-to-guarantor-suspension/reply-to-guarantor-suspension.handler';
import { RestoreGuarantorPassageHandler } from './restore-guarantor-passage/restore-guarantor-passage.handler';

/** Use cases of guarantors; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [GuarantorsController],
  providers: [
    AppointGuarantorHandler,
    ReceiveObservationHandler,
    MakeRecommendationHandler,
    AnswerRecommendationHandler,
    PublishGuarantorReportHandler,
    GiveGuarantorOpinionHandler,
    WithdrawGuarantorHandler,
    SuspendGuarantorPassageHandler,
    ReplyToGuarantorSuspensionHandler,
    RestoreGuarantorPassageHandler,
  ],
})
export class GuarantorsModule {}
