import { addresseeJoined } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import { promiseFault } from '../promise-fault';
import type { JoinAddresseeInput } from './join-addressee.command';

/** An authority that was asked may promise later; one that promised does not join twice. */
export function decideJoining(
  state: ConsultationState,
  command: JoinAddresseeInput,
  joining: AuthorityState,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const already = state.addressees.find(({ authority }) => authority === command.authority);
  if (already && (already.promise !== null || command.promise === undefined)) {
    return refuse(
      'consultation.alreadyAddressee',
      {
        fr: 'Cette collectivité est déjà destinataire de la démarche. Un engagement pris se modifie par une modification du mandat.',
        en: 'This authority is already an addressee of the consultation. A promise that was made is changed by an amendment of the mandate.',
      },
      { kind: 'conflict', field: 'authority' },
    );
  }
  return (
    unknownAuthority(joining, 'authority') ??
    (command.promise ? promiseFault(command.promise, 'promise') : null) ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [eventFrom(addresseeJoined, command)]
  );
}
