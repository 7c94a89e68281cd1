import { commitmentRescheduled } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState, MadeCommitment } from '../commitment.state';
import { alreadyOver, isNotStated, missingCommitment } from '../standing';
import type { RescheduleCommitmentInput } from './reschedule-commitment.command';

export function decideRescheduling(
  state: CommitmentState,
  command: RescheduleCommitmentInput,
  authority: AuthorityState,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  // A source may change the date it had planned for what it already calls done: taken over, it is a fact like another.
  const over = command.takenOver ? null : alreadyOver(state);
  return (
    over ??
    notTheDateItHas(state, command) ??
    sameDate(command) ??
    withoutReason(command) ??
    withheldWrongly(command, context.today) ??
    withoutDecider(command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [
      eventFrom(commitmentRescheduled, command),
    ]
  );
}

/** The old date stays on the page: it must be the one that stood. */
const notTheDateItHas = ({ dueOn }: MadeCommitment, { from }: RescheduleCommitmentInput): Refusal | null =>
  from === dueOn
    ? null
    : refuse(
        'commitment.otherDueDate',
        dueOn === null
          ? {
              fr: 'Cet engagement n’a pas encore d’échéance : indiquez null comme date remplacée.',
              en: 'This commitment has no due date yet: give null as the date replaced.',
            }
          : {
              fr: `L’échéance actuelle de cet engagement est ${dueOn}. Relisez-le, puis recommencez.`,
              en: `The current due date of this commitment is ${dueOn}. Read it again, then try again.`,
            },
        { kind: 'conflict', field: 'from' },
      );

const sameDate = ({ from, to }: RescheduleCommitmentInput): Refusal | null =>
  from === to
    ? refuse(
        'commitment.sameDueDate',
        { fr: 'La nouvelle échéance est identique à l’ancienne.', en: 'The new due date is the same as the old one.' },
        { field: 'to' },
      )
    : null;

const withoutReason = (command: RescheduleCommitmentInput): Refusal | null =>
  command.reason || command.reasonWithheld || isNotStated(command, 'reason')
    ? null
    : refuse(
        'commitment.reasonMissing',
        {
          fr: 'Indiquez pourquoi l’échéance change, ou sur quel fondement et jusqu’à quelle date le motif n’est pas communiqué.',
          en: 'Say why the due date changes, or on which ground and until when the reason is withheld.',
        },
        { field: 'reason' },
      );

const withoutDecider = (command: RescheduleCommitmentInput): Refusal | null =>
  command.decidedBy || isNotStated(command, 'decidedBy')
    ? null
    : refuse(
        'commitment.deciderMissing',
        {
          fr: 'Indiquez la fonction qui a décidé de déplacer l’échéance.',
          en: 'Name the function that decided to move the due date.',
        },
        { field: 'decidedBy' },
      );

function withheldWrongly({ reason, reasonWithheld }: RescheduleCommitmentInput, today: string): Refusal | null {
  if (!reasonWithheld) return null;
  if (reason) {
    return refuse(
      'commitment.reasonGivenAndWithheld',
      {
        fr: 'Un motif non communiqué ne s’inscrit pas ici : ce qui y est écrit devient public. Retirez le motif, ou communiquez-le.',
        en: 'A reason that is withheld is not written here: what is written becomes public. Leave it out, or give it openly.',
      },
      { field: 'reason' },
    );
  }
  if (reasonWithheld.until <= today) {
    return refuse(
      'commitment.withheldUntilPast',
      {
        fr: 'La date jusqu’à laquelle le motif n’est pas communiqué doit être à venir.',
        en: 'The date until which the reason is withheld must be to come.',
      },
      { field: 'reasonWithheld/until' },
    );
  }
  return null;
}
