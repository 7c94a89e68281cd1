import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority, type AuthorityState } from '../../authority/authority.state';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { OpenConsultation } from './open-consultation.command';
import { decideOpening } from './open-consultation.decide';

@CommandHandler(OpenConsultation)
export class OpenConsultationHandler implements ICommandHandler<OpenConsultation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: OpenConsultation): Promise<Recorded> {
    const reads: Record<string, Reads<AuthorityState>> = {};
    for (const stream of [input.organiser, ...input.addressees.map((addressee) => addressee.authority)]) {
      reads[stream] = { stream, decider: authority };
    }
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('consultation', this.decisions.instanceKey, requested, input.source),
        decider: consultation,
        reads,
        decide: (state, seen, context) => decideOpening(state, input, seen, context),
      }),
    );
  }
}
