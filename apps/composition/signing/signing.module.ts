import {
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Checkpointer } from '@fil/log/checkpoints/checkpointer';
import { LOG_KEEPER, LogKeeper } from '@fil/log/checkpoints/log-keeper';
import { TreeIntegrator } from '@fil/log/checkpoints/tree-integrator';
import { WitnessClient } from '@fil/log/checkpoints/witness-client';
import { LogWakeups } from '@fil/log/event-store/postgres/log-wakeups';
import { Leadership } from '@fil/log/leadership/leadership';
import { DailyTimeStamps } from '@fil/log/timestamps/daily-time-stamps';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import type { OpenRegister } from '../open-register';
import type { Settings } from '../settings';
import { keyFileOf, lockStoreOf, policyOf } from './log-places';

/** Grows the tree and signs it while the application runs. Of several programs, one does. */
@Module({})
export class SigningModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(LogKeeper) private readonly keeper: LogKeeper) {}

  static on(register: OpenRegister, settings: Settings): DynamicModule {
    return {
      module: SigningModule,
      providers: [{ provide: LogKeeper, useFactory: () => keeperOf(register, settings) }],
      exports: [LogKeeper],
    };
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keeper.stop();
  }
}

async function keeperOf({ pool, url, register, integration }: OpenRegister, settings: Settings): Promise<LogKeeper> {
  const { origin } = register;
  const { timeStampAuthority } = settings;
  const logger = new Logger('checkpoints');
  const onTrouble = (message: string): void => logger.warn(message);
  const connection = await applicationConnection(url);
  const witnesses = (policyOf(settings)?.witnesses ?? []).flatMap((witness) =>
    witness.url === null ? [] : new WitnessClient(pool, { ...witness, url: witness.url }, onTrouble),
  );
  return new LogKeeper({
    pool,
    wakeups: new LogWakeups(connection),
    integrator: new TreeIntegrator(pool),
    checkpointer: new Checkpointer({
      pool,
      origin,
      keys: keyFileOf(settings, origin),
      lockStore: lockStoreOf(settings, origin),
      refills: integration !== null,
    }),
    witnesses,
    timeStamps: timeStampAuthority ? new DailyTimeStamps(pool, timeStampAuthority, onTrouble) : null,
    leadership: new Leadership(connection, [LOG_KEEPER], { onTrouble }),
    onAlarm: (message) => logger.error(message),
  });
}
