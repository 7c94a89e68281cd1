import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { ReplyToCommitteeSuspension } from './reply-to-committee-suspension.command';
import { decideSuspensionReply } from './reply-to-committee-suspension.decide';

@CommandHandler(ReplyToCommitteeSuspension)
export class ReplyToCommitteeSuspensionHandler implements ICommandHandler<ReplyToCommitteeSuspension, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: ReplyToCommitteeSuspension): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state) => decideSuspensionReply(state, input, requested.by.actor),
      }),
    );
  }
}
