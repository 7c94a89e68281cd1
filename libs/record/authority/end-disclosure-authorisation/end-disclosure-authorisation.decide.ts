import { disclosureAuthorisationEnded } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownFunction } from '../known-in-authority';
import { missingAuthority } from '../standing-codes';
import type { EndDisclosureAuthorisationInput } from './end-disclosure-authorisation.command';

/** What was published under it stays public. */
export function decideAuthorisationEnd(
  state: AuthorityState,
  command: EndDisclosureAuthorisationInput & { authorisation: string },
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingAuthorisation(state, command.authorisation) ??
    unknownFunction(state, command.decidedBy, 'decidedBy') ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(disclosureAuthorisationEnded, command)]
  );
}

function notAStandingAuthorisation({ disclosureAuthorisations }: AuthorityState, code: string): Refusal | null {
  const authorisation = disclosureAuthorisations.get(code);
  if (!authorisation) {
    return refuse(
      'disclosureAuthorisation.unknown',
      {
        fr: `La collectivité n’a pas donné d’autorisation de diffusion « ${code} ».`,
        en: `The authority has given no disclosure authorisation "${code}".`,
      },
      { kind: 'notFound' },
    );
  }
  return authorisation.ended
    ? refuse(
        'disclosureAuthorisation.ended',
        {
          fr: `L’autorisation de diffusion « ${code} » a déjà pris fin.`,
          en: `The disclosure authorisation "${code}" has already ended.`,
        },
        { kind: 'conflict' },
      )
    : null;
}
