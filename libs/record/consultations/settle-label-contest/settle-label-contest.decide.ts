import { labelCorrected, labelUpheld } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { SettleLabelContestInput } from './settle-label-contest.command';

export function decideSettlement(
  state: ConsultationState,
  command: SettleLabelContestInput,
  organiser: AuthorityState,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const contest = state.labelContests.get(command.contest);
  if (!contest) {
    return refuse(
      'consultation.unknownContest',
      {
        fr: 'Aucune contestation de la présentation d’un document n’a cet identifiant dans cette démarche.',
        en: 'No contest of a document’s label has this id in this consultation.',
      },
      { field: 'contest' },
    );
  }
  if (contest.settled) {
    return refuse(
      'consultation.contestSettled',
      { fr: 'Cette contestation est déjà tranchée.', en: 'This contest is already settled.' },
      { kind: 'conflict', field: 'contest' },
    );
  }
  const facts = { document: contest.document };
  return (
    unknownFunction(organiser, command.decidedBy, 'decidedBy') ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ??
    (command.result === 'corrected'
      ? [eventFrom(labelCorrected, command, facts)]
      : [eventFrom(labelUpheld, command, facts)])
  );
}
