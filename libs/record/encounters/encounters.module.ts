import { Module } from '@nestjs/common';
import { EncountersController } from './encounters.controller';
import { PlanEncounterHandler } from './plan-encounter/plan-encounter.handler';
import { PostponeEncounterHandler } from './postpone-encounter/postpone-encounter.handler';
import { CancelEncounterHandler } from './cancel-encounter/cancel-encounter.handler';
import { AllocateSlipsHandler } from './allocate-slips/allocate-slips.handler';
import { HoldEncounterHandler } from './hold-encounter/hold-encounter.handler';
import { CountSheetsHandler } from './count-sheets/count-sheets.handler';
import { EnterSheetsHandler } from './enter-sheets/enter-sheets.handler';
import { PublishMinutesHandler } from './publish-minutes/publish-minutes.handler';
import { HoldRestitutionHandler } from './hold-restitution/hold-restitution.handler';

/** Use cases of encounters; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [EncountersController],
  providers: [
    PlanEncounterHandler,
    PostponeEncounterHandler,
    CancelEncounterHandler,
    AllocateSlipsHandler,
    HoldEncounterHandler,
    CountSheetsHandler,
    EnterSheetsHandler,
    PublishMinutesHandler,
    HoldRestitutionHandler,
  ],
})
export class EncountersModule {}
