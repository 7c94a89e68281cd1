import { Module } from '@nestjs/common';
import { ConsultationsController } from './consultations.controller';
import { OpenConsultationHandler } from './open-consultation/open-consultation.handler';
import { OpenDepositHandler } from './open-deposit/open-deposit.handler';
import { CloseDepositHandler } from './close-deposit/close-deposit.handler';

/** Use cases of consultations; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [ConsultationsController],
  providers: [OpenConsultationHandler, OpenDepositHandler, CloseDepositHandler],
})
export class ConsultationsModule {}
