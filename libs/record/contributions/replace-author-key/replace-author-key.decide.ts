import { authorKeyReplaced } from '@fil/facts/events/words.events';
import { watchesOver } from '@fil/facts/figures/guarantors';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../../guarantors/guarantor.state';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { ReplaceAuthorKeyInput } from './replace-author-key.command';

export interface SeenForKey {
  readonly consultation: ConsultationState;
  readonly guarantor: GuarantorState;
}

/**
 * Another key for an author who lost hers, or the first one for the author of what was taken over. Whoever holds it acts
 * as the author: so only the guarantor of the consultation gives it, and says how it made sure who she is.
 *
 * @param digest SHA-256 of the key that was made
 */
export function decideKeyReplacement(
  state: ContributionState,
  command: ReplaceAuthorKeyInput,
  digest: string,
  seen: SeenForKey,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    notItsGuarantor(state, seen, actor) ??
    closedToChanges(state) ??
    wrongGround(state, command) ??
    notYetHappened('authorKey.toCome', command.occurredOn, today) ?? [
      eventFrom(authorKeyReplaced, { ...command, authorKey: digest }),
    ]
  );
}

const notItsGuarantor = (
  state: RecordedContribution,
  { consultation, guarantor }: SeenForKey,
  { role, body }: Actor,
): Refusal | null =>
  role === 'guarantor' &&
  guarantor.exists &&
  !guarantor.withdrawn &&
  body === guarantor.code &&
  consultation.exists &&
  watchesOver(guarantor, state.consultation, consultation.organiser)
    ? null
    : refuse(
        'authorKey.guarantorOnly',
        {
          fr: 'Seul le garant de la démarche remet une nouvelle clé à l’auteur d’une contribution, sous son propre code.',
          en: 'Only the guarantor of the consultation gives the author of a contribution another key, under its own code.',
        },
        { kind: 'forbidden', field: 'guarantor' },
      );

const wrongGround = ({ hasAuthorKey }: RecordedContribution, { ground }: ReplaceAuthorKeyInput): Refusal | null =>
  (ground === 'claimed') === !hasAuthorKey
    ? null
    : refuse(
        'authorKey.ground',
        hasAuthorKey
          ? {
              fr: 'Cette contribution a déjà une clé d’auteur : indiquez si elle est perdue (« lost ») ou connue d’un tiers (« disclosed »).',
              en: 'This contribution has an author’s key: say whether it is lost ("lost") or known to somebody else ("disclosed").',
            }
          : {
              fr: 'Cette contribution n’a jamais eu de clé d’auteur : son auteur la réclame (« claimed »).',
              en: 'This contribution never had an author’s key: its author claims it ("claimed").',
            },
        { field: 'ground' },
      );
