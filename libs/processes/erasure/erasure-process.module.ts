import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ErasuresModule } from '@fil/record/erasures/erasures.module';
import { ErasureProcess } from './erasure.process';

/** Runs the process as long as the application. Event store, vault and follower positions are global. */
@Module({ imports: [ErasuresModule], providers: [ErasureProcess], exports: [ErasureProcess] })
export class ErasureProcessModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly erasures: ErasureProcess) {}

  onApplicationBootstrap(): void {
    this.erasures.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.erasures.stop();
  }
}
