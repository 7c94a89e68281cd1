import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker } from '../../deciding/take-decision';
import { authorKeyDigest, inGroups, newAuthorKey } from '../author-key/author-key';
import { contribution } from '../contribution.state';
import { mandateOf } from '../mandate-of';
import { RecordContribution, type RecordedContributionAnswer } from './record-contribution.command';
import { decideRecording } from './record-contribution.decide';

@CommandHandler(RecordContribution)
export class RecordContributionHandler implements ICommandHandler<RecordContribution, RecordedContributionAnswer> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: RecordContribution): Promise<RecordedContributionAnswer> {
    const { instanceKey } = this.decisions;
    const authorKey = input.takenOver ? undefined : newAuthorKey(instanceKey, requested.by.commandId);
    const digest = authorKey && authorKeyDigest(authorKey);
    const recorded = settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('contribution', instanceKey, requested, input.source),
        decider: contribution,
        reads: await mandateOf(this.decisions, input.consultation),
        decide: (state, mandate, context) => decideRecording(state, input, digest, mandate, context),
      }),
    );
    return authorKey ? { ...recorded, authorKey: inGroups(authorKey) } : recorded;
  }
}
