import type { DynamicModule, Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TokensModule } from '@fil/people/tokens/tokens.module';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import { DraftsModule } from '@fil/record/drafts/drafts.module';
import { SiteModule } from '@fil/site/site.module';
import { ViewsModule } from '@fil/views/views.module';
import { FollowingModule } from './following.module';
import type { OpenRegister } from './open-register';
import { RecordModule } from './record.module';
import { SiteSettingsModule } from './register-site-settings';
import { TablesModule } from './tables.module';

/** Pages and API: commands in, answers out. */
export const answering = (register: OpenRegister): (DynamicModule | Type)[] => [
  CqrsModule.forRoot(),
  DecidingModule.on(register),
  FollowingModule.on(register),
  TablesModule.on(register),
  TokensModule,
  RecordModule,
  DraftsModule.on(register),
  ViewsModule,
  SiteSettingsModule,
  SiteModule,
];
