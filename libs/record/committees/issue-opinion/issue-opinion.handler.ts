import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { IssueOpinion } from './issue-opinion.command';
import { decideOpinion } from './issue-opinion.decide';

@CommandHandler(IssueOpinion)
export class IssueOpinionHandler implements ICommandHandler<IssueOpinion, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: IssueOpinion): Promise<Recorded> {
    const targetMissing = input.target !== undefined && !(await this.decisions.exists(input.target));
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideOpinion(state, input, targetMissing, requested.by.actor, context),
      }),
    );
  }
}
