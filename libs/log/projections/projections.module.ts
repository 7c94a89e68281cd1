import { type BeforeApplicationShutdown, type DynamicModule, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { Pool } from 'pg';
import { EventStore } from '../event-store/event-store.port';
import { Vault } from '../vault/vault';
import type { Projection } from './projection';
import { ProjectionRunner } from './projection-runner';

/** Keeps the read models in step with the log as long as the application runs. */
@Module({})
export class ProjectionsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly runner: ProjectionRunner) {}

  /** The event store and the vault are those of the application. */
  static on(projections: readonly Projection[], pool: Pool): DynamicModule {
    const logger = new Logger('projections');
    return {
      module: ProjectionsModule,
      providers: [
        {
          provide: ProjectionRunner,
          inject: [EventStore, Vault],
          useFactory: (store: EventStore, vault: Vault) =>
            new ProjectionRunner(projections, pool, store, vault, { onWarning: (message) => logger.warn(message) }),
        },
      ],
      exports: [ProjectionRunner],
    };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.runner.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}
