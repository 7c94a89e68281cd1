import { Module } from '@nestjs/common';
import { DeadlinesController } from './deadlines.controller';
import { DeclareMissedInErrorHandler } from './declare-missed-in-error/declare-missed-in-error.handler';
import { OpenDeadlineHandler } from './open-deadline/open-deadline.handler';
import { StateMetHandler } from './state-met/state-met.handler';
import { WaiveDeadlineHandler } from './waive/waive-deadline.handler';

/** Use cases of deadlines. What only the clock writes is in processes/deadlines. */
@Module({
  controllers: [DeadlinesController],
  providers: [OpenDeadlineHandler, StateMetHandler, WaiveDeadlineHandler, DeclareMissedInErrorHandler],
})
export class DeadlinesModule {}
