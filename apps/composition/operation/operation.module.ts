import { Module, type DynamicModule } from '@nestjs/common';
import { lookAtRegister } from '@fil/log/health/register-look';
import { LogKeeper } from '@fil/log/checkpoints/log-keeper';
import { lookAtSigning } from '@fil/log/checkpoints/signing-look';
import { failureText } from '@fil/log/jobs/failure-text';
import type { Leadership } from '@fil/log/leadership/leadership';
import { PROCESSES } from '@fil/processes/processes.module';
import { RunningProcesses } from '@fil/processes/running-processes';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { OpenRegister } from '../open-register';
import { PROJECTING_LEADERSHIP } from '../projecting.module';
import { Measuring } from './measuring';
import { OperationController } from './operation.controller';
import { Readiness } from './readiness';

export interface OperationSettings {
  /** Whether the program answers from the read models. */
  readonly reads: boolean;
  /** What works here beside answering requests: `ProjectingModule`, `ProcessesModule`. */
  readonly working: readonly DynamicModule[];
}

const ifThere = (token: unknown) => ({ token: token as string, optional: true });

/** How the program fares, for those who operate it. */
@Module({})
export class OperationModule {
  static on(register: OpenRegister, { reads, working }: OperationSettings): DynamicModule {
    const { pool, store, metrics, integration } = register;
    const processes = PROCESSES.map(({ name }) => name);
    const look = () => lookAtRegister(pool, store, VIEW_PROJECTIONS, processes);
    const signing = () => lookAtSigning(pool);
    return {
      module: OperationModule,
      imports: [...working],
      controllers: [OperationController],
      providers: [
        {
          provide: Readiness,
          inject: [ifThere(RunningProcesses), ifThere(LogKeeper)],
          useFactory: (running?: RunningProcesses, keeper?: LogKeeper) =>
            new Readiness({
              look,
              integration,
              signing,
              reads,
              troubles: () => [
                ...[running?.failure, keeper?.failure].flatMap((failure) => (failure ? failureText(failure) : [])),
                ...(keeper?.witnessTroubles ?? []),
              ],
            }),
        },
        {
          provide: Measuring,
          inject: [ifThere(PROJECTING_LEADERSHIP), ifThere(RunningProcesses), ifThere(LogKeeper)],
          useFactory: (projecting?: Leadership, running?: RunningProcesses, keeper?: LogKeeper) =>
            new Measuring(
              metrics,
              look,
              integration,
              signing,
              [projecting, running?.leadership, keeper?.leadership].filter((one) => one !== undefined),
            ),
        },
      ],
    };
  }
}
