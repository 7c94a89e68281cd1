import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/contributions.module';
import { ErasuresController } from './erasures.controller';
import { OrderErasureHandler } from './order-erasure/order-erasure.handler';
import { RequestErasureController } from './request-erasure/request-erasure.controller';
import {
  RequestErasureAsAuthorHandler,
  RequestErasureOnBehalfHandler,
} from './request-erasure/request-erasure.handler';
import { RefuseErasureHandler } from './refuse-erasure/refuse-erasure.handler';
import { CarryOutErasureHandler } from './carry-out-erasure/carry-out-erasure.handler';

/** Use cases of erasures; `DecisionTaker` and the command bus are global. */
@Module({
  imports: [ContributionsModule],
  controllers: [ErasuresController, RequestErasureController],
  providers: [
    RequestErasureAsAuthorHandler,
    RequestErasureOnBehalfHandler,
    OrderErasureHandler,
    RefuseErasureHandler,
    CarryOutErasureHandler,
  ],
  exports: [CarryOutErasureHandler],
})
export class ErasuresModule {}
