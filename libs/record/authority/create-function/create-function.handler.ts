import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { CreateFunction } from './create-function.command';
import { decideFunction } from './create-function.decide';

@CommandHandler(CreateFunction)
export class CreateFunctionHandler implements ICommandHandler<CreateFunction, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: CreateFunction): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideFunction(state, input, context),
      }),
    );
  }
}
