import { Module, type DynamicModule } from '@nestjs/common';
import { DemonstrationModule } from '@fil/exchange/demonstration/demonstration.module';
import { ProcessesModule } from '@fil/processes/processes.module';
import { answering } from '../composition/answering';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';
import { ProjectingModule } from '../composition/projecting.module';
import type { Settings } from '../composition/settings';
import { PublishedLogModule } from '../composition/signing/published-log.module';
import { ReceiptsModule } from '../composition/signing/receipts.module';
import { SigningModule } from '../composition/signing/signing.module';

/** Everything in one process: commands, processes, projections, pages and API. */
@Module({})
export class AppModule {
  static on(register: OpenRegister, settings: Settings): DynamicModule {
    const processes = ProcessesModule.on({
      ...register,
      redisUrl: settings.redisUrl,
      prefix: register.register.origin,
    });
    return {
      module: AppModule,
      imports: [
        ...answering(register),
        PublishedLogModule.on(register, settings),
        ReceiptsModule.on(register, settings),
        OperationModule.on(register, {
          reads: true,
          working: [ProjectingModule.on(register), processes, SigningModule.on(register, settings)],
        }),
        DemonstrationModule,
      ],
    };
  }
}
