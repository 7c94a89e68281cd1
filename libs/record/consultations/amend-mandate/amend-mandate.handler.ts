import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../../guarantors/guarantor.state';
import { consultation } from '../consultation.state';
import { organiserOf } from '../organiser-of';
import { answersGiven, knowing } from './answers-given';
import { AmendMandate } from './amend-mandate.command';
import { decideAmendment, type AmendmentSeen } from './amend-mandate.decide';

@CommandHandler(AmendMandate)
export class AmendMandateHandler implements ICommandHandler<AmendMandate, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: AmendMandate): Promise<Recorded> {
    const organiser = await organiserOf(this.decisions, stream);
    const named = input.guarantor?.guarantor;
    const opinion = named === undefined ? {} : { guarantor: { stream: named, decider: guarantor } };
    const answers = await answersGiven(this.decisions, stream);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        reads: { organiser, ...opinion } as { [K in keyof AmendmentSeen]: Reads<AmendmentSeen[K]> },
        decide: (state, seen, context) =>
          decideAmendment(stream, state.exists ? knowing(state, answers, context.at) : state, input, seen, context),
      }),
    );
  }
}
