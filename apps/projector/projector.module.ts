import { Module, type DynamicModule } from '@nestjs/common';
import { DecidingModule } from '@fil/record/deciding/deciding.module';
import type { OpenRegister } from '../composition/open-register';
import { OperationModule } from '../composition/operation/operation.module';
import { ProjectingModule } from '../composition/projecting.module';

/** From the log to the read models. Of several, one makes each; the others take over when it is gone. */
@Module({})
export class ProjectorModule {
  static on(register: OpenRegister): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [
        DecidingModule.on(register),
        OperationModule.on(register, { reads: false, working: [ProjectingModule.on(register)] }),
      ],
    };
  }
}
