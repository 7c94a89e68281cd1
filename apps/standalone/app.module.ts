import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import { DemonstrationModule } from '@fil/exchange/demonstration/demonstration.module';
import { ErasureProcessModule } from '@fil/processes/erasure/erasure-process.module';
import { SynthesisOutcomeModule } from '@fil/processes/synthesis-outcome/synthesis-outcome.module';
import { SiteModule } from '@fil/site/site.module';
import { TokensModule } from '@fil/people/tokens/tokens.module';
import { ViewsModule } from '@fil/views/views.module';
import { FollowingModule } from '../composition/following.module';
import type { OpenRegister } from '../composition/open-register';
import { ProjectingModule } from '../composition/projecting.module';
import { RecordModule } from '../composition/record.module';
import { SiteSettingsModule } from '../composition/register-site-settings';
import { TablesModule } from '../composition/tables.module';

/** Everything in one process: commands, processes, projections, pages and API. */
@Module({})
export class AppModule {
  static on(register: OpenRegister): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        DecidingModule.on(register),
        FollowingModule.on(register),
        TablesModule.on(register),
        TokensModule,
        RecordModule,
        ViewsModule,
        SiteSettingsModule,
        SiteModule,
        ProjectingModule.on(register),
        SynthesisOutcomeModule,
        ErasureProcessModule,
        DemonstrationModule,
      ],
    };
  }
}
