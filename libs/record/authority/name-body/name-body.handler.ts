import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { NameBody } from './name-body.command';
import { decideBodyName } from './name-body.decide';

@CommandHandler(NameBody)
export class NameBodyHandler implements ICommandHandler<NameBody, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: NameBody): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideBodyName(state, input, context),
      }),
    );
  }
}
