import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { DeclareListeningPoint } from './declare-listening-point.command';
import { decideListeningPoint } from './declare-listening-point.decide';

@CommandHandler(DeclareListeningPoint)
export class DeclareListeningPointHandler implements ICommandHandler<DeclareListeningPoint, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: DeclareListeningPoint): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideListeningPoint(state, input, context),
      }),
    );
  }
}
