import { Module, type DynamicModule } from '@nestjs/common';
import { ProcessesModule } from '@fil/processes/processes.module';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';
import type { Settings } from '../composition/settings';

/** Processes and their jobs. Of several, one follows the log for each process; all share the jobs. */
@Module({})
export class WorkerModule {
  static on(register: OpenRegister, { redisUrl }: Settings): DynamicModule {
    const processes = ProcessesModule.on({ ...register, redisUrl, prefix: register.register.origin });
    return {
      module: WorkerModule,
      imports: [DecidingModule.on(register), OperationModule.on(register, { reads: false, working: [processes] })],
    };
  }
}
