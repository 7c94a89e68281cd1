import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { CountSheets } from './count-sheets.command';
import { decideCounting } from './count-sheets.decide';

@CommandHandler(CountSheets)
export class CountSheetsHandler implements ICommandHandler<CountSheets, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: CountSheets): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideCounting(state, input, context),
      }),
    );
  }
}
