import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fold } from '../../deciding/decider';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads } from '../../deciding/take-decision';
import { encounter } from '../../encounters/encounter.state';
import { authorKeyDigest, inGroups, newAuthorKey } from '../author-key/author-key';
import { RecentKeys } from '../author-key/recent-keys';
import { contribution } from '../contribution.state';
import { mandateOf } from '../mandate-of';
import { RecordContribution, type RecordedContributionAnswer } from './record-contribution.command';
import { decideRecording, type DepositSeen } from './record-contribution.decide';
import { isOnSlip, sheetOf } from './sheet-rules';
import { slipStream } from './slip-stream';

@CommandHandler(RecordContribution)
export class RecordContributionHandler implements ICommandHandler<RecordContribution, RecordedContributionAnswer> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly recent: RecentKeys,
  ) {}

  async execute({ input, requested }: RecordContribution): Promise<RecordedContributionAnswer> {
    const authorKey = input.takenOver ? undefined : newAuthorKey();
    const digest = authorKey && authorKeyDigest(authorKey);
    const mandate = await mandateOf(this.decisions, input.consultation);
    const named = input.encounter ? { encounter: { stream: input.encounter, decider: encounter } } : {};
    const recorded = settled(
      await this.decisions.take({
        ...requested,
        stream: await this.streamFor({ input, requested }),
        decider: contribution,
        reads: { ...mandate, ...named } as { [K in keyof DepositSeen]: Reads<DepositSeen[K]> },
        decide: (state, seen, context) => decideRecording(state, input, digest, seen, context),
      }),
    );
    const told = authorKey && this.recent.toTell(requested.by.commandId, recorded.duplicate, authorKey);
    return told ? { ...recorded, authorKey: inGroups(told) } : recorded;
  }

  /** What is written on a printed slip is recorded under the slip's number, so that it is recorded once. */
  private async streamFor({ input, requested }: RecordContribution): Promise<string> {
    const { instanceKey } = this.decisions;
    const said = input.encounter && fold(encounter, await this.decisions.load(input.encounter));
    if (!said || input.source || !isOnSlip(input, said))
      return newObjectId('contribution', instanceKey, requested, input.source);
    return slipStream(this.decisions, input.encounter!, sheetOf(input, said)!);
  }
}
