import { disclosureAuthorisationGiven } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownFunction, unknownTheme } from '../known-in-authority';
import { codeUsed, endedFunction, missingAuthority } from '../standing-codes';
import { unknownTerritory } from '../standing-territory';
import type { GiveDisclosureAuthorisationInput } from './give-disclosure-authorisation.command';

/** A scope, a term and conditions: what is published under it cites it (CGFP L121-7). */
export function decideDisclosureAuthorisation(
  state: AuthorityState,
  command: GiveDisclosureAuthorisationInput,
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.disclosureAuthorisations, command.authorisation, 'authorisation') ??
    unknownFunction(state, command.decidedBy, 'decidedBy') ??
    endedFunction(state, command.decidedBy, 'decidedBy') ??
    unknownTheme(state, command.themes, 'themes') ??
    unknownTerritories(state, command) ??
    noTerm(command, today) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(disclosureAuthorisationGiven, command)]
  );
}

function unknownTerritories(state: AuthorityState, { territories }: GiveDisclosureAuthorisationInput): Refusal | null {
  const unknown = territories.find((territory) => !state.territories.has(territory));
  return unknownTerritory(state, unknown, 'territories');
}

const noTerm = ({ from, until }: GiveDisclosureAuthorisationInput, today: string): Refusal | null =>
  from <= until && today <= until
    ? null
    : refuse(
        'disclosureAuthorisation.noTerm',
        {
          fr: 'Le terme d’une autorisation de diffusion suit son premier jour, et n’est pas déjà passé.',
          en: 'The last day of a disclosure authorisation comes after its first, and is not past already.',
        },
        { field: 'until' },
      );
