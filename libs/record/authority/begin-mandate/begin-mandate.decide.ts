import { mandateBegan } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { codeUsed, endedBody, missingAuthority } from '../standing-codes';
import type { BeginMandateInput } from './begin-mandate.command';

export function decideMandate(state: AuthorityState, command: BeginMandateInput, { today }: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.mandates, command.mandate, 'mandate') ??
    unknownBody(state, command.body, 'body') ??
    endedBody(state, command.body, 'body') ??
    notYetHappened('authority.toCome', command.began, today, 'began') ??
    notAfterTheLast(state, command) ??
    reviewedTooEarly(command) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(mandateBegan, command)]
  );
}

/** Mandates of one body follow each other: under which one a commitment was made must be certain. */
function notAfterTheLast({ mandates }: AuthorityState, { body, began }: BeginMandateInput): Refusal | null {
  const later = [...mandates.values()].find((mandate) => mandate.body === body && mandate.began >= began);
  return later
    ? refuse(
        'authority.earlierMandate',
        {
          fr: `Un mandat de cette instance a déjà commencé le ${later.began} : le suivant commence après.`,
          en: `A mandate of this body began on ${later.began}: the next one begins after it.`,
        },
        { kind: 'conflict', field: 'began' },
      )
    : null;
}

const reviewedTooEarly = ({ began, reviewBy }: BeginMandateInput): Refusal | null =>
  reviewBy > began
    ? null
    : refuse(
        'authority.reviewTooEarly',
        {
          fr: 'La date annoncée pour la revue des engagements doit suivre le début du mandat.',
          en: 'The announced date of the review of commitments must follow the beginning of the mandate.',
        },
        { field: 'reviewBy' },
      );
