import { Module } from '@nestjs/common';
import { ErasuresController } from './erasures.controller';
import { OrderErasureHandler } from './order-erasure/order-erasure.handler';
import { CarryOutErasureHandler } from './carry-out-erasure/carry-out-erasure.handler';

/** Use cases of erasures; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [ErasuresController],
  providers: [OrderErasureHandler, CarryOutErasureHandler],
  exports: [CarryOutErasureHandler],
})
export class ErasuresModule {}
