import { Module, type DynamicModule } from '@nestjs/common';
import { answering } from '../composition/answering';
import type { OpenRegister } from '../composition/open-register';
import type { Settings } from '../composition/settings';
import { PublishedLogModule } from '../composition/signing/published-log.module';
import { ReceiptsModule } from '../composition/signing/receipts.module';
import { OperationModule } from '../composition/operation/operation.module';

/** Pages and API, as many as there are readers for: read models and processes are made elsewhere. */
@Module({})
export class WebModule {
  static on(register: OpenRegister, settings: Settings): DynamicModule {
    return {
      module: WebModule,
      imports: [
        ...answering(register),
        PublishedLogModule.on(register, settings),
        ReceiptsModule.on(register, settings),
        OperationModule.on(register, { reads: true, working: [] }),
      ],
    };
  }
}
