import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { RestoreGuarantorPassage } from './restore-guarantor-passage.command';
import { decideRestoration } from './restore-guarantor-passage.decide';

@CommandHandler(RestoreGuarantorPassage)
export class RestoreGuarantorPassageHandler implements ICommandHandler<RestoreGuarantorPassage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: RestoreGuarantorPassage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { authority: await authorityNamedBy(this.decisions, stream, guarantor) },
        decide: (state, seen) => decideRestoration(state, input, seen, requested.by.actor),
      }),
    );
  }
}
