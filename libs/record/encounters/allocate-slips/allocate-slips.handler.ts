import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { AllocateSlips } from './allocate-slips.command';
import { decideAllocation } from './allocate-slips.decide';

@CommandHandler(AllocateSlips)
export class AllocateSlipsHandler implements ICommandHandler<AllocateSlips, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: AllocateSlips): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideAllocation(state, input, context),
      }),
    );
  }
}
