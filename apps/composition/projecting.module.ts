import {
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ProjectionRunner } from '@fil/log/projections/projection-runner';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { OpenRegister } from './open-register';

/** Keeps the read models in step with the log while the application runs. */
@Module({})
export class ProjectingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(ProjectionRunner) private readonly runner: ProjectionRunner) {}

  static on({ pool, store }: OpenRegister): DynamicModule {
    const logger = new Logger('projections');
    return {
      module: ProjectingModule,
      providers: [
        {
          provide: ProjectionRunner,
          inject: [Vault],
          useFactory: (vault: Vault) =>
            new ProjectionRunner(VIEW_PROJECTIONS, pool, store, vault, {
              onWarning: (message) => logger.warn(message),
            }),
        },
      ],
      exports: [ProjectionRunner],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
