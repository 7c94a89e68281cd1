import { Global, Module, type DynamicModule } from '@nestjs/common';
import { FollowerPositions } from '@fil/log/projections/follower-positions';
import { PostgresFollowerPositions } from '@fil/log/projections/postgres-follower-positions';
import { ReadYourWrites } from '@fil/log/projections/read-your-writes';
import type { OpenRegister } from './open-register';

/** Where those who follow the log keep their place, and how a reader waits for what she has just written. */
@Global()
@Module({})
export class FollowingModule {
  static on({ pool, store }: OpenRegister): DynamicModule {
    return {
      module: FollowingModule,
      providers: [
        { provide: FollowerPositions, useValue: new PostgresFollowerPositions(pool) },
        { provide: ReadYourWrites, useValue: new ReadYourWrites(pool, store) },
      ],
      exports: [FollowerPositions, ReadYourWrites],
    };
  }
}
