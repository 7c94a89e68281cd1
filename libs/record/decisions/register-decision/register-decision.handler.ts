import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { firstMissing } from '../../deciding/first-missing';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { RegisterDecision } from './register-decision.command';
import { decideRegistration } from './register-decision.decide';

@CommandHandler(RegisterDecision)
export class RegisterDecisionHandler implements ICommandHandler<RegisterDecision, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: RegisterDecision): Promise<Recorded> {
    const missing = await firstMissing(this.decisions, input.consultations);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('decision', this.decisions.instanceKey, requested, input.source),
        decider: decision,
        reads: { authority: { stream: input.authority, decider: authority } },
        decide: (state, seen, context) => decideRegistration(state, input, seen.authority, context, missing),
      }),
    );
  }
}
