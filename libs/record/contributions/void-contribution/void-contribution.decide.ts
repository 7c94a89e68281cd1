import { contributionVoided } from '@fil/facts/events/contribution.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import { unknownContribution } from '../still-open';
import type { VoidContributionInput } from './void-contribution.command';

/**
 * An error of entry leaves the questions and stays in the list of voided ones.
 *
 * @param kept the contribution that the command names as the one that stays
 */
export function decideVoiding(
  state: ContributionState,
  contribution: string,
  command: VoidContributionInput,
  kept: ContributionState,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  if (state.voided) {
    return refuse(
      'contribution.alreadyVoided',
      { fr: 'Cette contribution est déjà annulée.', en: 'This contribution is already voided.' },
      { kind: 'conflict' },
    );
  }
  return (
    notYetHappened('voiding.toCome', command.occurredOn, today) ??
    wrongDuplicate(contribution, command, kept) ?? [eventFrom(contributionVoided, command)]
  );
}

function wrongDuplicate(
  contribution: string,
  { ground, duplicateOf }: VoidContributionInput,
  kept: ContributionState,
): Refusal | null {
  const field = 'duplicateOf';
  if (ground !== 'duplicateEntry') {
    return duplicateOf === undefined
      ? null
      : refuse(
          'voiding.notADuplicate',
          {
            fr: 'Une autre contribution ne s’indique que pour une saisie en double.',
            en: 'Another contribution is named only for an entry made twice.',
          },
          { field },
        );
  }
  if (duplicateOf === undefined) {
    return refuse(
      'voiding.keptMissing',
      {
        fr: 'Pour une saisie en double, indiquez la contribution qui est conservée.',
        en: 'For an entry made twice, name the contribution that is kept.',
      },
      { field },
    );
  }
  if (duplicateOf === contribution || !kept.exists || kept.voided) {
    return refuse(
      'voiding.keptUnknown',
      {
        fr: 'La contribution conservée doit exister, ne pas être annulée elle-même, et être une autre que celle-ci.',
        en: 'The contribution that is kept must exist, not be voided itself, and be another than this one.',
      },
      { field },
    );
  }
  return null;
}
