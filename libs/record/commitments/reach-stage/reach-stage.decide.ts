import { compareStages } from '@fil/facts/codes/progress';
import { stageReached } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { alreadyOver, missingCommitment, stillSuspended } from '../standing';
import { notTheStageItHas } from '../stage-it-has';
import type { ReachStageInput } from './reach-stage.command';

export function decideStageReached(
  state: CommitmentState,
  command: ReachStageInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  const over =
    alreadyOver(state) ??
    stillSuspended(state, command) ??
    (command.from === undefined ? null : notTheStageItHas(state, command.from));
  if (over) return over;
  if (state.stage === command.stage) {
    return refuse(
      'commitment.stageAlreadyReached',
      {
        fr: 'Cet engagement en est déjà à cette étape. Un autre mot pour la même étape n’est pas un changement.',
        en: 'This commitment is already at this stage. Another word for the same stage is no change.',
      },
      { kind: 'conflict', field: 'stage' },
    );
  }
  if (state.stage !== null && compareStages(command.stage, state.stage) < 0) {
    return refuse(
      'commitment.stepBack',
      {
        fr: 'Cette étape précède celle qui est atteinte : enregistrez un retour en arrière, avec son motif.',
        en: 'This stage comes before the one reached: record a step back, with its reason.',
      },
      { field: 'stage' },
    );
  }
  return (
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [
      eventFrom(stageReached, command, { from: state.stage ?? undefined }),
    ]
  );
}
