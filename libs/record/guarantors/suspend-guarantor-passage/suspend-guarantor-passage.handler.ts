import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { SuspendGuarantorPassage } from './suspend-guarantor-passage.command';
import { decideSuspension } from './suspend-guarantor-passage.decide';

@CommandHandler(SuspendGuarantorPassage)
export class SuspendGuarantorPassageHandler implements ICommandHandler<SuspendGuarantorPassage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: SuspendGuarantorPassage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { authority: await authorityNamedBy(this.decisions, stream, guarantor) },
        decide: (state, seen, context) => decideSuspension(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}
