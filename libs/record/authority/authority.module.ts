import { Module } from '@nestjs/common';
import { AuthoritiesController } from './authorities.controller';
import { BodiesController } from './bodies.controller';
import { FunctionsController } from './functions.controller';
import { ThemesController } from './themes.controller';
import { TerritoriesController } from './territories.controller';
import { SessionsController } from './sessions.controller';
import { DeadlineRulesController } from './deadline-rules.controller';
import { ListeningPointsController } from './listening-points.controller';
import { TermsOfOfficeController } from './terms-of-office.controller';
import { SettingsController } from './settings.controller';
import { RegisterAuthorityHandler } from './register-authority/register-authority.handler';
import { NameBodyHandler } from './name-body/name-body.handler';
import { RenameBodyHandler } from './rename-body/rename-body.handler';
import { EndBodyHandler } from './end-body/end-body.handler';
import { CreateFunctionHandler } from './create-function/create-function.handler';
import { EndFunctionHandler } from './end-function/end-function.handler';
import { AddThemeHandler } from './add-theme/add-theme.handler';
import { RenameThemeHandler } from './rename-theme/rename-theme.handler';
import { MergeThemeHandler } from './merge-theme/merge-theme.handler';
import { AddTerritoryHandler } from './add-territory/add-territory.handler';
import { EndTerritoryHandler } from './end-territory/end-territory.handler';
import { ScheduleSessionHandler } from './schedule-session/schedule-session.handler';
import { MoveSessionHandler } from './move-session/move-session.handler';
import { CancelSessionHandler } from './cancel-session/cancel-session.handler';
import { AdoptDeadlineRuleHandler } from './adopt-deadline-rule/adopt-deadline-rule.handler';
import { AdoptStartSetHandler } from './adopt-start-set/adopt-start-set.handler';
import { AmendDeadlineRuleHandler } from './amend-deadline-rule/amend-deadline-rule.handler';
import { EndDeadlineRuleHandler } from './end-deadline-rule/end-deadline-rule.handler';
import { DeclareListeningPointHandler } from './declare-listening-point/declare-listening-point.handler';
import { ChangeListeningPointHandler } from './change-listening-point/change-listening-point.handler';
import { CloseListeningPointHandler } from './close-listening-point/close-listening-point.handler';
import { BeginMandateHandler } from './begin-mandate/begin-mandate.handler';
import { DeclarePreElectionPeriodHandler } from './declare-pre-election-period/declare-pre-election-period.handler';
import { ChangeSettingHandler } from './change-setting/change-setting.handler';
import { DisclosureAuthorisationsController } from './disclosure-authorisations.controller';
import { GiveDisclosureAuthorisationHandler } from './give-disclosure-authorisation/give-disclosure-authorisation.handler';
import { EndDisclosureAuthorisationHandler } from './end-disclosure-authorisation/end-disclosure-authorisation.handler';

/** Use cases of authority; `DecisionTaker` and the command bus are global. */
@Module({
  controllers: [
    AuthoritiesController,
    BodiesController,
    FunctionsController,
    ThemesController,
    TerritoriesController,
    SessionsController,
    DeadlineRulesController,
    ListeningPointsController,
    TermsOfOfficeController,
    SettingsController,
    DisclosureAuthorisationsController,
  ],
  providers: [
    RegisterAuthorityHandler,
    NameBodyHandler,
    RenameBodyHandler,
    EndBodyHandler,
    CreateFunctionHandler,
    EndFunctionHandler,
    AddThemeHandler,
    RenameThemeHandler,
    MergeThemeHandler,
    AddTerritoryHandler,
    EndTerritoryHandler,
    ScheduleSessionHandler,
    MoveSessionHandler,
    CancelSessionHandler,
    AdoptDeadlineRuleHandler,
    AdoptStartSetHandler,
    AmendDeadlineRuleHandler,
    EndDeadlineRuleHandler,
    DeclareListeningPointHandler,
    ChangeListeningPointHandler,
    CloseListeningPointHandler,
    BeginMandateHandler,
    DeclarePreElectionPeriodHandler,
    ChangeSettingHandler,
    GiveDisclosureAuthorisationHandler,
    EndDisclosureAuthorisationHandler,
  ],
})
export class AuthorityModule {}
