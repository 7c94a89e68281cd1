import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker } from '../../deciding/take-decision';
import { authorKeyDigest, inGroups, newAuthorKey } from '../author-key/author-key';
import { RecentKeys } from '../author-key/recent-keys';
import { contribution } from '../contribution.state';
import { mandateOf } from '../mandate-of';
import { RecordContribution, type RecordedContributionAnswer } from './record-contribution.command';
import { decideRecording } from './record-contribution.decide';

@CommandHandler(RecordContribution)
export class RecordContributionHandler implements ICommandHandler<RecordContribution, RecordedContributionAnswer> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly recent: RecentKeys,
  ) {}

  async execute({ input, requested }: RecordContribution): Promise<RecordedContributionAnswer> {
    const { instanceKey } = this.decisions;
    const authorKey = input.takenOver ? undefined : newAuthorKey();
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
    const given = this.keyOf(requested.by.commandId, recorded.duplicate, authorKey);
    return given ? { ...recorded, authorKey: inGroups(given) } : recorded;
  }

  /** Of a deposit sent again: the key of the first time, if that was a moment ago; the one just made is nobody's. */
  private keyOf(command: string | undefined, duplicate: boolean, made: string | undefined): string | undefined {
    if (command === undefined || made === undefined) return made;
    if (duplicate) return this.recent.of(command);
    this.recent.keep(command, made);
    return made;
  }
}
