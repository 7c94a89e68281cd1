import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { EndFunction } from './end-function.command';
import { decideFunctionEnd } from './end-function.decide';

@CommandHandler(EndFunction)
export class EndFunctionHandler implements ICommandHandler<EndFunction, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: EndFunction): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideFunctionEnd(state, { ...input, function: code }, context),
      }),
    );
  }
}
