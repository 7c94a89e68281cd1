import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { EndDisclosureAuthorisation } from './end-disclosure-authorisation.command';
import { decideAuthorisationEnd } from './end-disclosure-authorisation.decide';

@CommandHandler(EndDisclosureAuthorisation)
export class EndDisclosureAuthorisationHandler implements ICommandHandler<EndDisclosureAuthorisation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: EndDisclosureAuthorisation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideAuthorisationEnd(state, { ...input, authorisation: code }, context),
      }),
    );
  }
}
