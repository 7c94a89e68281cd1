import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { firstMissing } from '../../deciding/first-missing';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { AppointGuarantor } from './appoint-guarantor.command';
import { decideAppointment } from './appoint-guarantor.decide';

@CommandHandler(AppointGuarantor)
export class AppointGuarantorHandler implements ICommandHandler<AppointGuarantor, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: AppointGuarantor): Promise<Recorded> {
    const missing = await firstMissing(this.decisions, input.consultations);
    return settled(
      await this.decisions.take({
        ...requested,
        // Its stream is named after its code: a token acts for a code, and must never act for two guarantors.
        stream: newObjectId('guarantor', this.decisions.instanceKey, requested, { name: 'code', id: input.code }),
        decider: guarantor,
        reads: { authority: { stream: input.authority, decider: authority } },
        decide: (state, seen, context) =>
          decideAppointment(state, input, { ...seen, missing }, requested.by.actor, context),
      }),
    );
  }
}
