import { Module, type DynamicModule } from '@nestjs/common';
import { ProcessesModule } from '@fil/processes/processes.module';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';
import type { Settings } from '../composition/settings';
import { SigningModule } from '../composition/signing/signing.module';

/** Processes and their jobs, and the signatures. Of several, one follows the log for each process and one signs; all share the jobs. */
@Module({})
export class WorkerModule {
  static on(register: OpenRegister, settings: Settings): DynamicModule {
    const processes = ProcessesModule.on({
      ...register,
      redisUrl: settings.redisUrl,
      prefix: register.register.origin,
    });
    return {
      module: WorkerModule,
      imports: [
        DecidingModule.on(register),
        OperationModule.on(register, { reads: false, working: [processes, SigningModule.on(register, settings)] }),
      ],
    };
  }
}
