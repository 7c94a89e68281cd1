import { Module } from '@nestjs/common';
import { ErasuresController } from './erasures.controller';
import { OrderErasureHandler } from './order-erasure/order-erasure.handler';
import { RefuseErasureHandler } from './refuse-erasure/refuse-erasure.handler';
import { CarryOutErasureHandler } from './carry-out-erasure/carry-out-erasure.handler';

/** Use cases of erasures; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [ErasuresController],
  providers: [OrderErasureHandler, RefuseErasureHandler, CarryOutErasureHandler],
  exports: [CarryOutErasureHandler],
})
export class ErasuresModule {}
