import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { DraftStore } from './draft-store';
import { Drafts } from './drafts';
import { DraftsController } from './drafts.controller';

/** What is being prepared; `DecisionTaker` and the clock are global. */
@Module({})
export class DraftsModule {
  static on({ pool }: { readonly pool: Pool }): DynamicModule {
    return {
      module: DraftsModule,
      controllers: [DraftsController],
      providers: [{ provide: DraftStore, useFactory: () => new DraftStore(pool) }, Drafts],
    };
  }
}
