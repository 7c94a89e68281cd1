import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { GiveDisclosureAuthorisation } from './give-disclosure-authorisation.command';
import { decideDisclosureAuthorisation } from './give-disclosure-authorisation.decide';

@CommandHandler(GiveDisclosureAuthorisation)
export class GiveDisclosureAuthorisationHandler implements ICommandHandler<GiveDisclosureAuthorisation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: GiveDisclosureAuthorisation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideDisclosureAuthorisation(state, input, context),
      }),
    );
  }
}
