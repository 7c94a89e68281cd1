import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { beforeItBegan } from '../../deciding/happened';
import { refusedAnswer } from '../answer-rules';
import { pointOf, type ContributionState, type RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { inadmissible } from '../moderation-rules';
import { closedToChanges, unknownContribution, unknownPoint } from '../still-open';
import type { GiveOutcomeInput } from './give-outcome.command';
import { wronglyMerged } from '../wrongly-merged';

/** @param seen the mandate, and by its id what was found of each object the answer names */
export function decideOutcome(
  state: ContributionState,
  contribution: string,
  command: GiveOutcomeInput,
  seen: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const current = pointOf(state, command.point).answer;
  const kinds = [state.kind];
  return (
    closedToChanges(state) ??
    inadmissible(state) ??
    notPublished(state, command) ??
    unknownPoint(state, command.point) ??
    wronglyMerged(command, { contribution, consultation: state.consultation, seen }) ??
    (state.takenOver ? null : beforeItBegan('outcome.beforeItCame', command, state.cameOn)) ??
    refusedAnswer(command, { current, kinds, seen, today }) ?? [
      eventFrom(outcomeGiven, command, { evidenceCount: command.evidence?.length ?? 0 }),
    ]
  );
}

/** An answer to words nobody may read yet answers nobody. What is never published by itself is answered all the same. */
const notPublished = (state: RecordedContribution, { takenOver }: GiveOutcomeInput): Refusal | null =>
  state.admitted || state.moderation.notPublished || state.sensitivity !== 'public' || state.takenOver || takenOver
    ? null
    : refuse(
        'outcome.notAdmitted',
        {
          fr: 'Cette contribution n’est pas encore publiée : publiez-la avant de lui donner une suite.',
          en: 'This contribution is not published yet: publish it before answering it.',
        },
        { kind: 'conflict' },
      );
