import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions.controller';
import { RegisterDecisionHandler } from './register-decision/register-decision.handler';
import { TakeStepHandler } from './take-step/take-step.handler';
import { PublishReasonsHandler } from './publish-reasons/publish-reasons.handler';
import { AmendDecisionHandler } from './amend-decision/amend-decision.handler';
import { AnnulDecisionHandler } from './annul-decision/annul-decision.handler';
import { RepealDecisionHandler } from './repeal-decision/repeal-decision.handler';
import { ChallengeInCourtHandler } from './challenge-in-court/challenge-in-court.handler';
import { SuspendByCourtHandler } from './suspend-by-court/suspend-by-court.handler';
import { RecordRulingHandler } from './record-ruling/record-ruling.handler';

/** Use cases of decisions; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [DecisionsController],
  providers: [
    RegisterDecisionHandler,
    TakeStepHandler,
    PublishReasonsHandler,
    AmendDecisionHandler,
    AnnulDecisionHandler,
    RepealDecisionHandler,
    ChallengeInCourtHandler,
    SuspendByCourtHandler,
    RecordRulingHandler,
  ],
})
export class DecisionsModule {}
