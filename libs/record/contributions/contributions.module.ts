import { Module } from '@nestjs/common';
import { AttemptsModule } from '@fil/people/attempts/attempts.module';
import { AuthorKeyCheck } from './author-key/author-key-check';
import { RecentKeys } from './author-key/recent-keys';
import { RecordContributionHandler } from './record-contribution/record-contribution.handler';
import { RecordContributionController } from './record-contribution/record-contribution.controller';
import { AdmitContributionHandler } from './admit-contribution/admit-contribution.handler';
import { AdmitContributionController } from './admit-contribution/admit-contribution.controller';
import { MarkPointHandler } from './mark-point/mark-point.handler';
import { MarkPointController } from './mark-point/mark-point.controller';
import { GiveOutcomeHandler } from './give-outcome/give-outcome.handler';
import { GiveOutcomeController } from './give-outcome/give-outcome.controller';
import { TransferContributionHandler } from './transfer-contribution/transfer-contribution.handler';
import { TransferContributionController } from './transfer-contribution/transfer-contribution.controller';
import { ContestContributionHandler } from './contest/contest.handler';
import { ContestContributionController } from './contest/contest.controller';
import { WithdrawContributionHandler } from './withdraw/withdraw.handler';
import { WithdrawContributionController } from './withdraw/withdraw.controller';
import { CorrectEntryHandler } from './correct-entry/correct-entry.handler';
import { CorrectEntryController } from './correct-entry/correct-entry.controller';
import { VoidContributionHandler } from './void-contribution/void-contribution.handler';
import { VoidContributionController } from './void-contribution/void-contribution.controller';

/** Use cases of contributions; `DecisionTaker`, the vault and the command bus are global. */
@Module({
  imports: [AttemptsModule],
  controllers: [
    RecordContributionController,
    AdmitContributionController,
    MarkPointController,
    GiveOutcomeController,
    TransferContributionController,
    ContestContributionController,
    WithdrawContributionController,
    CorrectEntryController,
    VoidContributionController,
  ],
  providers: [
    AuthorKeyCheck,
    RecentKeys,
    RecordContributionHandler,
    AdmitContributionHandler,
    MarkPointHandler,
    GiveOutcomeHandler,
    TransferContributionHandler,
    ContestContributionHandler,
    WithdrawContributionHandler,
    CorrectEntryHandler,
    VoidContributionHandler,
  ],
})
export class ContributionsModule {}
