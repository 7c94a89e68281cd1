import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LogFiles } from '@fil/log/checkpoints/log-files';
import { LogProofs } from '@fil/log/checkpoints/log-proofs';
import type { OpenRegister } from '../open-register';
import type { Settings } from '../settings';
import { LogFilesController } from './log-files.controller';
import { policyOf } from './log-places';

/** What is signed of the log, to be read and to be proved with. */
@Global()
@Module({})
export class PublishedLogModule {
  static on({ pool }: OpenRegister, settings: Settings): DynamicModule {
    return {
      module: PublishedLogModule,
      controllers: [LogFilesController],
      providers: [
        { provide: LogFiles, useValue: new LogFiles(pool) },
        { provide: LogProofs, useValue: new LogProofs(pool, policyOf(settings)) },
      ],
      exports: [LogProofs],
    };
  }
}
