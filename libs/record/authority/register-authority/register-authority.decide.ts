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
        fr: 'Une collectivité est déjà enregistrée sous cet identifiant.',
        en: 'An authority is already registered with this identifier.',
      },
      { kind: 'conflict', field: 'siret' },
    );
  }
  if ((command.siret === undefined) === (command.identifier === undefined)) {
    return refuse(
      'authority.oneIdentifier',
      {
        fr: 'Indiquez le SIRET ; à défaut, l’identifiant dans un autre répertoire (« identifier »), et pas les deux.',
        en: 'Give the SIRET; without one, the identifier in another directory ("identifier"), and not both.',
      },
      { field: 'siret' },
    );
  }
  if (command.siret !== undefined && !isPossibleSiret(command.siret)) {
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
