import { authorityRegistered } from '@fil/facts/events/authority.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import type { RegisterAuthorityInput } from './register-authority.command';
import { isPossibleSiret } from './siret';

export function decideAuthority(
  state: AuthorityState,
  command: RegisterAuthorityInput,
  context: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'authority.exists',
      {
        fr: 'Une collectivité est déjà enregistrée sous ce SIRET.',
        en: 'An authority is already registered with this SIRET.',
      },
      { kind: 'conflict', field: 'siret' },
    );
  }
  if (!isPossibleSiret(command.siret)) {
    return refuse(
      'authority.impossibleSiret',
      {
        fr: 'Ce SIRET comporte une erreur : sa clé de contrôle ne correspond pas. Recopiez les 14 chiffres.',
        en: 'There is an error in this SIRET: its check digit does not fit. Copy the 14 digits again.',
      },
      { field: 'siret' },
    );
  }
  return (
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(authorityRegistered, command)]
  );
}
