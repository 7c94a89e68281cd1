import { decisionRegistered } from '@fil/facts/events/decision.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { isToCome } from '../../deciding/to-come';
import { unknownAuthority, unknownBody, unknownFunction } from '../../authority/known-in-authority';
import { wrongAct } from '../act';
import type { DecisionState } from '../decision.state';
import { wrongVotes } from '../votes';
import type { RegisterDecisionInput } from './register-decision.command';

/** @param missing the first consultation named that does not exist */
export function decideRegistration(
  state: DecisionState,
  command: RegisterDecisionInput,
  authority: AuthorityState,
  context: DecidingContext,
  missing: string | null = null,
): Decided {
  if (state.exists) {
    return refuse(
      'decision.exists',
      { fr: 'Cette décision est déjà enregistrée.', en: 'This decision is already registered.' },
      { kind: 'conflict' },
    );
  }
  if (missing) {
    return refuse(
      'decision.unknownConsultation',
      {
        fr: `La démarche « ${missing} » n’existe pas : vérifiez l’identifiant.`,
        en: `There is no consultation "${missing}": check the id.`,
      },
      { field: 'consultations' },
    );
  }
  const unknown =
    unknownAuthority(authority, 'authority') ??
    unknownBody(authority, command.body, 'body') ??
    unknownFunction(authority, command.decidedBy, 'decidedBy');
  if (unknown) return unknown;
  if (!command.body && !command.decidedBy && !command.takenOver) {
    return refuse(
      'decision.deciderMissing',
      {
        fr: 'Indiquez l’instance ou la fonction qui a pris la décision.',
        en: 'Name the body or the function that took the decision.',
      },
      { field: 'body' },
    );
  }
  if (command.occurredOn && isToCome(command.occurredOn, context.today)) {
    return refuse(
      'decision.toCome',
      {
        fr: 'Une décision s’enregistre une fois prise : la date ne peut pas être à venir.',
        en: 'A decision is registered once taken: its date cannot be to come.',
      },
      { field: 'occurredOn' },
    );
  }
  return wrongVotes(command.votes) ?? wrongAct(command.act) ?? [eventFrom(decisionRegistered, command)];
}
