import { compareStages } from '@fil/facts/codes/progress';
import { stageLost } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { notTheStageItHas } from '../stage-it-has';
import { alreadyOver, isNotStated, missingCommitment, stillSuspended } from '../standing';
import type { LoseStageInput } from './lose-stage.command';

export function decideStageLost(state: CommitmentState, command: LoseStageInput, context: DecidingContext): Decided {
  if (!state.exists) return missingCommitment();
  // A source may take back its own claim without a word; the loss of the stage then withdraws the claim.
  const withdrawsClaim = state.progress === 'done' && command.takenOver !== undefined;
  const over =
    (withdrawsClaim ? null : alreadyOver(state)) ??
    stillSuspended(state, command) ??
    notTheStageItHas(state, command.from);
  if (over) return over;
  if (compareStages(command.to, command.from) >= 0) {
    return refuse(
      'commitment.notAStepBack',
      {
        fr: 'Un retour en arrière mène à une étape antérieure ; pour avancer, enregistrez l’étape atteinte.',
        en: 'A step back leads to an earlier stage; to go forward, record the stage reached.',
      },
      { field: 'to' },
    );
  }
  if (!command.reason && !isNotStated(command, 'reason')) {
    return refuse(
      'commitment.reasonMissing',
      {
        fr: 'Indiquez pourquoi l’engagement revient à une étape antérieure.',
        en: 'Say why the commitment goes back to an earlier stage.',
      },
      { field: 'reason' },
    );
  }
  return notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(stageLost, command)];
}
