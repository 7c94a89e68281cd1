import { Module, type DynamicModule } from '@nestjs/common';
import { DemonstrationModule } from '@fil/exchange/demonstration/demonstration.module';
import { ProcessesModule } from '@fil/processes/processes.module';
import { answering } from '../composition/answering';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';
import { ProjectingModule } from '../composition/projecting.module';
import type { Settings } from '../composition/settings';

/** Everything in one process: commands, processes, projections, pages and API. */
@Module({})
export class AppModule {
  static on(register: OpenRegister, { redisUrl }: Pick<Settings, 'redisUrl'>): DynamicModule {
    const processes = ProcessesModule.on({ ...register, redisUrl, prefix: register.register.origin });
    return {
      module: AppModule,
      imports: [
        ...answering(register),
        OperationModule.on(register, { reads: true, working: [ProjectingModule.on(register), processes] }),
        DemonstrationModule,
      ],
    };
  }
}
