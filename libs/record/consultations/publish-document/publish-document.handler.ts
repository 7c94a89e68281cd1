import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { organiserOf } from '../organiser-of';
import { PublishDocument } from './publish-document.command';
import { decideDocument } from './publish-document.decide';

@CommandHandler(PublishDocument)
export class PublishDocumentHandler implements ICommandHandler<PublishDocument, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: PublishDocument): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        reads: { organiser: await organiserOf(this.decisions, stream) },
        decide: (state, { organiser }, context) => decideDocument(state, input, organiser, context),
      }),
    );
  }
}
