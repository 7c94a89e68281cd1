import { appealLodged } from '@fil/facts/events/moderation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { ContributionState } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { LodgeAppealInput } from './lodge-appeal.command';

/** The author asks for a moderation decision that stands to be looked at again, once. Her key was checked before. */
export function decideAppealLodging(
  state: ContributionState,
  command: Omit<LodgeAppealInput, 'authorKey'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const { decisions, inadmissible, notPublished } = state.moderation;
  const decision = decisions.get(command.event);
  if (!decision || ![inadmissible, notPublished].includes(command.event)) {
    return refuse(
      'appeal.unknownDecision',
      {
        fr: 'L’événement indiqué n’est pas une décision de modération en vigueur sur cette contribution. Pour une occultation, une suite ou un regroupement, contestez cet événement.',
        en: 'The event named is not a moderation decision that stands on this contribution. To dispute a redaction, an outcome or a grouping, contest that event.',
      },
      { field: 'event' },
    );
  }
  if (decision.appeal !== null) {
    return refuse(
      'appeal.done',
      {
        fr: 'Le réexamen de cette décision a déjà été demandé ; la réponse paraîtra sur cette page. Cette demande n’interrompt aucun délai de recours devant le tribunal.',
        en: 'Re-examination of this decision was already asked for; the reply will be on this page. It suspends no time limit before the courts.',
      },
      { kind: 'conflict', field: 'event' },
    );
  }
  if (today > decision.appealBy) {
    return refuse(
      'appeal.tooLate',
      {
        fr: `Le réexamen de cette décision pouvait être demandé jusqu’au ${decision.appealBy}. Cela ne vous prive d’aucun recours devant le tribunal, dont les délais sont distincts.`,
        en: `Re-examination of this decision could be asked for until ${decision.appealBy}. You can still go to court: time limits there are others.`,
      },
      { field: 'event' },
    );
  }
  return [eventFrom(appealLodged, command)];
}
