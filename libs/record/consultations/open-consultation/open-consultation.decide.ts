import { consultationOpened } from '@fil/facts/events/consultation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority, unknownTheme, unknownBodyOrFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { unknownInPath } from '../path-bodies';
import { mandateAtFault } from './mandate';
import type { OpenConsultationInput } from './open-consultation.command';
import { promiseAtFault } from './promise';

/** @param authorities organiser and addressees, by id */
export function decideOpening(
  state: ConsultationState,
  command: OpenConsultationInput,
  authorities: Readonly<Record<string, AuthorityState>>,
  context: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'consultation.exists',
      { fr: 'Cette démarche participative est déjà enregistrée.', en: 'This consultation is already recorded.' },
      { kind: 'conflict' },
    );
  }
  const organiser = authorities[command.organiser]!;
  return (
    unknownAuthority(organiser, 'organiser') ??
    unknownTheme(organiser, command.themes, 'themes') ??
    unknownBodyOrFunction(organiser, command.orderedBy, 'orderedBy') ??
    unknownBodyOrFunction(organiser, command.animatedBy, 'animatedBy') ??
    unknownInPath(organiser, command.decisionPath) ??
    unknownAddressee(authorities, command) ??
    promiseAtFault(command) ??
    mandateAtFault(command) ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [eventFrom(consultationOpened, command)]
  );
}

function unknownAddressee(
  authorities: Readonly<Record<string, AuthorityState>>,
  { addressees }: OpenConsultationInput,
): Refusal | null {
  for (const [n, { authority }] of addressees.entries()) {
    const unknown = unknownAuthority(authorities[authority]!, `addressees/${n}/authority`);
    if (unknown) return unknown;
  }
  return null;
}
