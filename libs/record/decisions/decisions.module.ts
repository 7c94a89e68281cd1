import { Module } from '@nestjs/common';
import { RegisterDecisionController } from './register-decision/register-decision.controller';
import { RegisterDecisionHandler } from './register-decision/register-decision.handler';

/** Use cases of decisions; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [RegisterDecisionController],
  providers: [RegisterDecisionHandler],
})
export class DecisionsModule {}
