import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { NoteSourceNoLongerLists } from './note-source-no-longer-lists.command';
import { decideSourceNoLongerLists } from './note-source-no-longer-lists.decide';

@CommandHandler(NoteSourceNoLongerLists)
export class NoteSourceNoLongerListsHandler implements ICommandHandler<NoteSourceNoLongerLists, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: NoteSourceNoLongerLists): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideSourceNoLongerLists(state, input, context),
      }),
    );
  }
}
