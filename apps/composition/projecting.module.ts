import {
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Leadership } from '@fil/log/leadership/leadership';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import { leaderNames, ProjectionRunner } from '@fil/log/projections/projection-runner';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { OpenRegister } from './open-register';

/** Which read models are made here rather than by another program that could. */
export const PROJECTING_LEADERSHIP = Symbol('fil.projectingLeadership');

/** Keeps the read models in step with the log while the application runs. */
@Module({})
export class ProjectingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(ProjectionRunner) private readonly runner: ProjectionRunner,
    @Inject(PROJECTING_LEADERSHIP) private readonly leadership: Leadership,
  ) {}

  static on({ pool, store, url }: OpenRegister): DynamicModule {
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
        {
          provide: PROJECTING_LEADERSHIP,
          useFactory: async () =>
            new Leadership(await applicationConnection(url), leaderNames(VIEW_PROJECTIONS), {
              onTrouble: (message) => logger.warn(message),
            }),
        },
      ],
      exports: [ProjectionRunner, PROJECTING_LEADERSHIP],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.start(this.leadership);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
