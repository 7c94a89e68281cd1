import { Module } from '@nestjs/common';
import { OpenSynthesisHandler } from './open-synthesis/open-synthesis.handler';
import { OpenSynthesisController } from './open-synthesis/open-synthesis.controller';
import { AttachContributionsHandler } from './attach-contributions/attach-contributions.handler';
import { AttachContributionsController } from './attach-contributions/attach-contributions.controller';
import { DetachContributionsHandler } from './detach-contributions/detach-contributions.handler';
import { DetachContributionsController } from './detach-contributions/detach-contributions.controller';
import { PublishSynthesisHandler } from './publish-synthesis/publish-synthesis.handler';
import { PublishSynthesisController } from './publish-synthesis/publish-synthesis.controller';
import { GiveSynthesisOutcomeHandler } from './give-outcome/give-synthesis-outcome.handler';
import { GiveSynthesisOutcomeController } from './give-outcome/give-synthesis-outcome.controller';

/** Use cases of syntheses; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [
    OpenSynthesisController,
    AttachContributionsController,
    DetachContributionsController,
    PublishSynthesisController,
    GiveSynthesisOutcomeController,
  ],
  providers: [
    OpenSynthesisHandler,
    AttachContributionsHandler,
    DetachContributionsHandler,
    PublishSynthesisHandler,
    GiveSynthesisOutcomeHandler,
  ],
})
export class SynthesesModule {}
