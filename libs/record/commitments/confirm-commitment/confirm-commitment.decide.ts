import { firstDay, lastDay } from '@fil/facts/dates/when';
import { commitmentConfirmed } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../../decisions/decision.state';
import type { CommitmentState, MadeCommitment } from '../commitment.state';
import { alreadyOver, missingCommitment, unknownDecision } from '../standing';
import type { ConfirmCommitmentInput } from './confirm-commitment.command';

/** The objects the command names; `decision` undefined when it names none. */
export interface SeenWhenConfirming {
  readonly authority: AuthorityState;
  readonly decision?: DecisionState;
}

/** After an election: the new council takes over what an earlier one undertook. A late confirmation is a fact as well. */
export function decideConfirmation(
  state: CommitmentState,
  command: ConfirmCommitmentInput,
  { authority, decision }: SeenWhenConfirming,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  const day = lastDay(command.occurredOn ?? today);
  const council = councilOn(authority, day);
  return (
    alreadyOver(state) ??
    notItsToConfirm(state, council) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    unknownDecision(decision) ??
    notYetHappened('commitment.toCome', command.occurredOn, today) ?? [
      eventFrom(commitmentConfirmed, command, { mandate: council!.mandate }),
    ]
  );
}

interface Council {
  readonly mandate: string;
  readonly began: string;
}

/** The mandate that had begun last on that day. */
const councilOn = ({ mandates }: AuthorityState, day: string): Council | undefined =>
  [...mandates]
    .map(([mandate, { began }]) => ({ mandate, began }))
    .filter(({ began }) => began <= day)
    .sort((a, b) => a.began.localeCompare(b.began))
    .at(-1);

function notItsToConfirm({ facts }: MadeCommitment, council: Council | undefined): Refusal | null {
  if (!council || firstDay(facts.madeOn) >= council.began) {
    return refuse(
      'commitment.noNewCouncil',
      {
        fr: 'Aucune assemblée n’a été renouvelée depuis que cet engagement a été pris : il n’y a rien à confirmer.',
        en: 'No council has been elected since this commitment was made: there is nothing to confirm.',
      },
      { kind: 'conflict' },
    );
  }
  return facts.confirmedBy.includes(council.mandate)
    ? refuse(
        'commitment.alreadyConfirmed',
        {
          fr: 'L’assemblée en place a déjà repris cet engagement à son compte.',
          en: 'The council in office has already taken this commitment over.',
        },
        { kind: 'conflict' },
      )
    : null;
}
