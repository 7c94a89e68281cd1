import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { CloseFinding } from './close-finding.command';
import { decideClosing } from './close-finding.decide';

@CommandHandler(CloseFinding)
export class CloseFindingHandler implements ICommandHandler<CloseFinding, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: CloseFinding): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideClosing(state, input, requested.by.actor, context),
      }),
    );
  }
}
