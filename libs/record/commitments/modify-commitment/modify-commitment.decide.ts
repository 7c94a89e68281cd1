import { commitmentModified } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../../decisions/decision.state';
import type { CommitmentState, MadeCommitment } from '../commitment.state';
import { alreadyOver, missingCommitment, unknownDecision } from '../standing';
import type { ModifyCommitmentInput } from './modify-commitment.command';

/** The objects the command names; `decision` undefined when it names none. */
export interface SeenWhenModifying {
  readonly authority: AuthorityState;
  readonly decision?: DecisionState;
}

/** What it was stays on the page. Dates are rescheduled, owners reassigned: each by an event of its own. */
export function decideModification(
  state: CommitmentState,
  command: ModifyCommitmentInput,
  { authority, decision }: SeenWhenModifying,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return (
    alreadyOver(state) ??
    nothingModified(command) ??
    weightOfNothing(state, command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    unknownDecision(decision) ??
    notYetHappened('commitment.toCome', command.occurredOn, today) ?? [eventFrom(commitmentModified, command)]
  );
}

const CONTENT = ['title', 'means', 'indicator', 'budgetVoted', 'weight', 'reportEveryMonths'] as const;

const nothingModified = (command: ModifyCommitmentInput): Refusal | null =>
  CONTENT.some((field) => command[field] !== undefined)
    ? null
    : refuse(
        'commitment.nothingModified',
        {
          fr: 'Indiquez ce qui change : intitulé, moyens, indicateur, budget voté, poids ou rythme des points d’avancement. L’échéance se replanifie, le porteur se change séparément.',
          en: 'Say what changes: title, means, indicator, budget voted, weight or reporting interval. A date is rescheduled and an owner reassigned on their own.',
        },
        { field: 'title' },
      );

const weightOfNothing = ({ facts }: MadeCommitment, { weight }: ModifyCommitmentInput): Refusal | null =>
  weight !== undefined && facts.parent === null
    ? refuse(
        'commitment.weightWithoutParent',
        {
          fr: 'Un poids se rapporte à un engagement plus large, et celui-ci ne relève d’aucun.',
          en: 'A weight refers to a larger commitment, and this one is part of none.',
        },
        { field: 'weight' },
      )
    : null;
