import { committeeEstablished } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownAuthority, unknownBodyOrFunction } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import type { EstablishCommitteeInput } from './establish-committee.command';

export interface SeenWhenEstablishing {
  readonly authority: AuthorityState;
  /** The first object named that does not exist, and in which field. */
  readonly missing: { readonly id: string; readonly field: 'scope' | 'decision' } | null;
}

export function decideEstablishing(
  state: CommitteeState,
  command: EstablishCommitteeInput,
  { authority, missing }: SeenWhenEstablishing,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (state.exists) {
    return refuse(
      'committee.codeTaken',
      {
        fr: `Le code « ${command.code} » est déjà celui d’un comité de ce registre : choisissez-en un autre.`,
        en: `The code "${command.code}" is already that of a committee of this register: choose another.`,
      },
      { kind: 'conflict', field: 'code' },
    );
  }
  return (
    notTheAuthority('committee.byTheAuthority', actor) ??
    unknownAuthority(authority, 'authority') ??
    unknownBodyOrFunction(authority, command.decidedBy, 'decidedBy') ??
    unknownObject(missing) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(committeeEstablished, command)]
  );
}

const unknownObject = (missing: SeenWhenEstablishing['missing']): Refusal | null =>
  missing &&
  refuse(
    'committee.unknownObject',
    {
      fr: `« ${missing.id} » n’existe pas : vérifiez l’identifiant.`,
      en: `There is no "${missing.id}": check the id.`,
    },
    { field: missing.field },
  );
