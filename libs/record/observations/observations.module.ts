import { Module } from '@nestjs/common';
import { LeaveObservationHandler } from './leave-observation/leave-observation.handler';
import { OBSERVATIONS_CONTROLLERS } from './observations.controllers';
import { PublishObservationHandler } from './publish-observation/publish-observation.handler';

/** What anybody says of a decision or a commitment; `DecisionTaker`, the vault and the command bus are global. */
@Module({
  controllers: OBSERVATIONS_CONTROLLERS,
  providers: [LeaveObservationHandler, PublishObservationHandler],
})
export class ObservationsModule {}
