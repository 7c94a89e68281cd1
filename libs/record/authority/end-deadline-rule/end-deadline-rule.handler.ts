import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { EndDeadlineRule } from './end-deadline-rule.command';
import { decideDeadlineRuleEnd } from './end-deadline-rule.decide';

@CommandHandler(EndDeadlineRule)
export class EndDeadlineRuleHandler implements ICommandHandler<EndDeadlineRule, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: EndDeadlineRule): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideDeadlineRuleEnd(state, { ...input, rule: code }, context),
      }),
    );
  }
}
