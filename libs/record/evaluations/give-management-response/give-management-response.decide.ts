import { managementResponseGiven } from '@fil/facts/events/evaluation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { EvaluationState, OpenedEvaluation } from '../evaluation.state';
import { missingEvaluation } from '../standing';
import type { GiveManagementResponseInput } from './give-management-response.command';

/** Beside the results, which it does not change. Later ones supplement the first. */
export function decideManagementResponse(
  state: EvaluationState,
  command: GiveManagementResponseInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingEvaluation();
  return (
    notTheAuthority('evaluation.byTheAuthority', actor) ??
    notPublishedYet(state) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('evaluation.toCome', command.occurredOn, today) ?? [
      eventFrom(managementResponseGiven, command, { supplements: state.response ?? undefined }),
    ]
  );
}

const notPublishedYet = ({ published }: OpenedEvaluation): Refusal | null =>
  published
    ? null
    : refuse(
        'evaluation.notPublished',
        {
          fr: 'La collectivité répond à des résultats publiés : attendez leur publication.',
          en: 'The authority responds to published results: wait until they are.',
        },
        { kind: 'conflict' },
      );
