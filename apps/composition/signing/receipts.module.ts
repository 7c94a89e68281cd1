import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LogProofs } from '@fil/log/checkpoints/log-proofs';
import { PromiseSigner } from '@fil/log/receipts/promise-signer';
import { Receipts } from '@fil/log/receipts/receipts';
import type { OpenRegister } from '../open-register';
import type { Settings } from '../settings';
import { promiseKeyFileOf } from './log-places';

/** Receipts, wherever somebody may ask for one. Needs `LogProofs`. */
@Global()
@Module({})
export class ReceiptsModule {
  static on({ pool, register: { origin } }: OpenRegister, settings: Settings): DynamicModule {
    return {
      module: ReceiptsModule,
      providers: [
        {
          provide: Receipts,
          inject: [LogProofs],
          useFactory: async (proofs: LogProofs) =>
            new Receipts(pool, proofs, await PromiseSigner.open(pool, origin, promiseKeyFileOf(settings, origin))),
        },
      ],
      exports: [Receipts],
    };
  }
}
