import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { ChangeListeningPoint } from './change-listening-point.command';
import { decideListeningPointChange } from './change-listening-point.decide';

@CommandHandler(ChangeListeningPoint)
export class ChangeListeningPointHandler implements ICommandHandler<ChangeListeningPoint, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: ChangeListeningPoint): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideListeningPointChange(state, { ...input, point: code }, context),
      }),
    );
  }
}
