import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { CloseListeningPoint } from './close-listening-point.command';
import { decideListeningPointClosing } from './close-listening-point.decide';

@CommandHandler(CloseListeningPoint)
export class CloseListeningPointHandler implements ICommandHandler<CloseListeningPoint, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: CloseListeningPoint): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideListeningPointClosing(state, { ...input, point: code }, context),
      }),
    );
  }
}
