import { guarantorAppointed } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import type { AppointGuarantorInput } from './appoint-guarantor.command';

export interface SeenWhenAppointing {
  readonly authority: AuthorityState;
  /** The first of the consultations named that does not exist. */
  readonly missing: string | null;
}

export function decideAppointment(
  state: GuarantorState,
  command: AppointGuarantorInput,
  { authority, missing }: SeenWhenAppointing,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'guarantor.codeTaken',
      {
        fr: `Le code « ${command.code} » est déjà celui d’un garant de ce registre : choisissez-en un autre.`,
        en: `The code "${command.code}" is already that of a guarantor of this register: choose another.`,
      },
      { kind: 'conflict', field: 'code' },
    );
  }
  return (
    notTheAuthority('guarantor.byTheAuthority', actor) ??
    unknownAuthority(authority, 'authority') ??
    unknownConsultation(missing) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [eventFrom(guarantorAppointed, command)]
  );
}

const unknownConsultation = (missing: string | null): Refusal | null =>
  missing === null
    ? null
    : refuse(
        'guarantor.unknownConsultation',
        {
          fr: `La démarche « ${missing} » n’existe pas : vérifiez l’identifiant.`,
          en: `There is no consultation "${missing}": check the id.`,
        },
        { field: 'consultations' },
      );
