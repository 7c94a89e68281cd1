import { Module, type DynamicModule } from '@nestjs/common';
import { answering } from '../composition/answering';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';

/** Pages and API, as many as there are readers for: read models and processes are made elsewhere. */
@Module({})
export class WebModule {
  static on(register: OpenRegister): DynamicModule {
    return {
      module: WebModule,
      imports: [...answering(register), OperationModule.on(register, { reads: true, working: [] })],
    };
  }
}
