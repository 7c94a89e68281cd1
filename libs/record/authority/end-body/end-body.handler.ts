import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { EndBody } from './end-body.command';
import { decideBodyEnd } from './end-body.decide';

@CommandHandler(EndBody)
export class EndBodyHandler implements ICommandHandler<EndBody, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: EndBody): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideBodyEnd(state, { ...input, body: code }, context),
      }),
    );
  }
}
