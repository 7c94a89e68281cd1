import { Module } from '@nestjs/common';
import { AttemptsModule } from '@fil/people/attempts/attempts.module';
import { ContributionAuthor } from './contribution-author';
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
import { TranscribeContributionHandler } from './transcribe/transcribe.handler';
import { AcknowledgeContributionHandler } from './acknowledge/acknowledge.handler';
import { AssignThemesHandler } from './assign-themes/assign-themes.handler';
import { CorrectTextHandler } from './correct-text/correct-text.handler';
import { RestateContributionHandler } from './restate/restate.handler';
import { DisputeRestatementHandler } from './dispute-restatement/dispute-restatement.handler';
import { UpholdRestatementHandler } from './uphold-restatement/uphold-restatement.handler';
import { CorrectRestatementHandler } from './correct-restatement/correct-restatement.handler';
import { AnswerContestHandler } from './answer-contest/answer-contest.handler';
import { FollowUpHandler } from './follow-up/follow-up.handler';
import { ReplaceAuthorKeyHandler } from './replace-author-key/replace-author-key.handler';
import { OpenOwnWordsHandler } from './open-own-words/open-own-words.handler';
import { AuthorWordsController } from './author-words.controller';
import { OfficeWordsController } from './office-words.controller';
import { ModerationController } from './moderation.controller';
import { NotPublishHandler } from './not-publish/not-publish.handler';
import { DeclareInadmissibleHandler } from './declare-inadmissible/declare-inadmissible.handler';
import { LodgeAppealHandler } from './lodge-appeal/lodge-appeal.handler';
import { GiveOpinionOnAppealHandler } from './give-opinion-on-appeal/give-opinion-on-appeal.handler';
import { DecideAppealHandler } from './decide-appeal/decide-appeal.handler';
import { RedactHandler } from './redact/redact.handler';
import { AuthoriseDisclosureHandler } from './authorise-disclosure/authorise-disclosure.handler';

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
    ModerationController,
    AuthorWordsController,
    OfficeWordsController,
  ],
  providers: [
    AuthorKeyCheck,
    ContributionAuthor,
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
    NotPublishHandler,
    DeclareInadmissibleHandler,
    LodgeAppealHandler,
    GiveOpinionOnAppealHandler,
    DecideAppealHandler,
    RedactHandler,
    AuthoriseDisclosureHandler,
    TranscribeContributionHandler,
    AcknowledgeContributionHandler,
    AssignThemesHandler,
    CorrectTextHandler,
    RestateContributionHandler,
    DisputeRestatementHandler,
    UpholdRestatementHandler,
    CorrectRestatementHandler,
    AnswerContestHandler,
    FollowUpHandler,
    ReplaceAuthorKeyHandler,
    OpenOwnWordsHandler,
  ],
  exports: [ContributionAuthor],
})
export class ContributionsModule {}
