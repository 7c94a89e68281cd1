import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { AmendDeadlineRule } from './amend-deadline-rule.command';
import { decideDeadlineRuleAmendment } from './amend-deadline-rule.decide';

@CommandHandler(AmendDeadlineRule)
export class AmendDeadlineRuleHandler implements ICommandHandler<AmendDeadlineRule, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: AmendDeadlineRule): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideDeadlineRuleAmendment(state, { ...input, rule: code }, context),
      }),
    );
  }
}
