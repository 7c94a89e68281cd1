import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { AdoptDeadlineRule } from './adopt-deadline-rule.command';
import { decideDeadlineRule } from './adopt-deadline-rule.decide';

@CommandHandler(AdoptDeadlineRule)
export class AdoptDeadlineRuleHandler implements ICommandHandler<AdoptDeadlineRule, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: AdoptDeadlineRule): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideDeadlineRule(state, input, context),
      }),
    );
  }
}
