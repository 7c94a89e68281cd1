import { SENSITIVITY_LABELS } from '@fil/facts/codes/contribution';
import { contributionAdmitted } from '@fil/facts/events/contribution.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import { inadmissible } from '../moderation-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { AdmitContributionInput } from './admit-contribution.command';

/** Publishes the words. */
export function decideAdmission(
  state: ContributionState,
  command: AdmitContributionInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const refused =
    closedToChanges(state) ??
    inadmissible(state) ??
    notYetHappened('contribution.admissionToCome', command.occurredOn, today);
  if (refused) return refused;
  if (state.admitted) {
    return refuse(
      'contribution.alreadyAdmitted',
      { fr: 'Cette contribution est déjà publiée.', en: 'This contribution is already published.' },
      { kind: 'conflict' },
    );
  }
  if (state.sensitivity !== 'public' && !state.moderation.disclosed) {
    const label = SENSITIVITY_LABELS[state.sensitivity];
    return refuse('contribution.notPublic', {
      fr: `Le niveau de confidentialité de cette contribution est « ${label.fr} » : elle ne peut être publiée qu’après une autorisation de diffusion.`,
      en: `The sensitivity of this contribution is "${label.en}": it can be published only after a disclosure authorisation.`,
    });
  }
  return [eventFrom(contributionAdmitted, command)];
}
