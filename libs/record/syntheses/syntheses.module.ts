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
import { RecordDivergenceHandler } from './record-divergence/record-divergence.handler';
import { RecordDivergenceController } from './record-divergence/record-divergence.controller';
import { ReviseSynthesisHandler } from './revise-synthesis/revise-synthesis.handler';
import { ReviseSynthesisController } from './revise-synthesis/revise-synthesis.controller';

/** Use cases of syntheses; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [
    OpenSynthesisController,
    AttachContributionsController,
    DetachContributionsController,
    RecordDivergenceController,
    PublishSynthesisController,
    ReviseSynthesisController,
    GiveSynthesisOutcomeController,
  ],
  providers: [
    OpenSynthesisHandler,
    AttachContributionsHandler,
    DetachContributionsHandler,
    RecordDivergenceHandler,
    PublishSynthesisHandler,
    ReviseSynthesisHandler,
    GiveSynthesisOutcomeHandler,
  ],
})
export class SynthesesModule {}
