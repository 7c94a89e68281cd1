import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { EnterSheets } from './enter-sheets.command';
import { decideEntering } from './enter-sheets.decide';

@CommandHandler(EnterSheets)
export class EnterSheetsHandler implements ICommandHandler<EnterSheets, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: EnterSheets): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideEntering(state, input, context),
      }),
    );
  }
}
