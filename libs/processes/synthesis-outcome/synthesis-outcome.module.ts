import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SynthesisOutcomeProcess } from './synthesis-outcome.process';

/** Runs the process while the application runs. The log, the vault, `DecisionTaker` and `FollowerPositions` are global. */
@Module({ providers: [SynthesisOutcomeProcess], exports: [SynthesisOutcomeProcess] })
export class SynthesisOutcomeModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly process: SynthesisOutcomeProcess) {}

  onApplicationBootstrap(): void {
    this.process.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.process.stop();
  }
}
