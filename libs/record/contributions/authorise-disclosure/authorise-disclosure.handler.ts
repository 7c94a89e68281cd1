import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notTheAuthority } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { AuthoriseDisclosure } from './authorise-disclosure.command';
import { decideDisclosure } from './authorise-disclosure.decide';

@CommandHandler(AuthoriseDisclosure)
export class AuthoriseDisclosureHandler implements ICommandHandler<AuthoriseDisclosure, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AuthoriseDisclosure): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          notTheAuthority('contribution.byTheAuthority', requested.by.actor) ??
          decideDisclosure(state, input, mandate, context),
      }),
    );
  }
}
