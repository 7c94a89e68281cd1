import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import { ApiToken } from '@fil/people/tokens/api-token.entity';
import { VIEW_ENTITIES } from '@fil/views/entities';
import type { OpenRegister } from './open-register';

/** TypeORM on the register's database, under the application's role. It changes no schema. */
@Module({})
export class TablesModule {
  static on({ url }: OpenRegister): DynamicModule {
    return TypeOrmModule.forRootAsync({
      useFactory: async () => {
        // The time limits of every running process, too: they go to the driver as they are.
        const extra = await applicationConnection(url);
        return {
          type: 'postgres',
          url,
          entities: [ApiToken, ...VIEW_ENTITIES],
          synchronize: false,
          retryAttempts: 0,
          extra,
        };
      },
    });
  }
}
