import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker } from '../../deciding/take-decision';
import { authorKeyDigest, inGroups, newAuthorKey } from '../author-key/author-key';
import { RecentKeys } from '../author-key/recent-keys';
import { guarantor } from '../../guarantors/guarantor.state';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import type { RecordedContributionAnswer } from '../record-contribution/record-contribution.command';
import { ReplaceAuthorKey } from './replace-author-key.command';
import { decideKeyReplacement } from './replace-author-key.decide';

@CommandHandler(ReplaceAuthorKey)
export class ReplaceAuthorKeyHandler implements ICommandHandler<ReplaceAuthorKey, RecordedContributionAnswer> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly recent: RecentKeys,
  ) {}

  async execute({ id, input, requested }: ReplaceAuthorKey): Promise<RecordedContributionAnswer> {
    const made = newAuthorKey();
    const recorded = settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: {
          ...(await mandateOfContribution(this.decisions, id)),
          guarantor: { stream: input.guarantor, decider: guarantor },
        },
        decide: (state, seen, context) =>
          decideKeyReplacement(state, input, authorKeyDigest(made), seen, requested.by.actor, context),
      }),
    );
    const told = this.recent.toTell(requested.by.commandId, recorded.duplicate, made);
    return told ? { ...recorded, authorKey: inGroups(told) } : recorded;
  }
}
