import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { RegisterAuthority } from './register-authority.command';
import { directoryEntry } from './directory-entry';
import { decideAuthority } from './register-authority.decide';

@CommandHandler(RegisterAuthority)
export class RegisterAuthorityHandler implements ICommandHandler<RegisterAuthority, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: RegisterAuthority): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('authority', this.decisions.instanceKey, requested, directoryEntry(input)),
        decider: authority,
        decide: (state, _, context) => decideAuthority(state, input, context),
      }),
    );
  }
}
