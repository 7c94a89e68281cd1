import type { AuthorityState } from '@fil/record/authority/authority.state';
import { decideAbandonment } from '@fil/record/commitments/abandon-commitment/abandon-commitment.decide';
import type { CommitmentState } from '@fil/record/commitments/commitment.state';
import { decideCompletion } from '@fil/record/commitments/declare-done/declare-done.decide';
import { decideStageLost } from '@fil/record/commitments/lose-stage/lose-stage.decide';
import { decideStageReached } from '@fil/record/commitments/reach-stage/reach-stage.decide';
import { decideReopening } from '@fil/record/commitments/reopen-commitment/reopen-commitment.decide';
import { decideProgressReport } from '@fil/record/commitments/report-progress/report-progress.decide';
import { decideRescheduling } from '@fil/record/commitments/reschedule-commitment/reschedule-commitment.decide';
import type { Decided, DecidingContext } from '@fil/record/deciding/decider';
import type { ProgressStep } from './progress-step';
import { takenOver } from './taken-over';

/** Puts a step of the source to the rule that decides it. No reason is ever made up: `notStated` says that there is none. */
export function decideStep(
  state: CommitmentState,
  step: ProgressStep,
  authority: AuthorityState,
  context: DecidingContext,
): Decided {
  switch (step.step) {
    case 'reachStage': {
      const { stage, word, on } = step;
      return decideStageReached(state, { stage, word, occurredOn: on, takenOver: takenOver({ word }) }, context);
    }
    case 'loseStage': {
      const { from, to, word, wordBefore, on } = step;
      const facts = { from, to, word, wordBefore, occurredOn: on };
      return decideStageLost(state, { ...facts, takenOver: takenOver({ word, notStated: ['reason'] }) }, context);
    }
    case 'declareDone': {
      const { word, on } = step;
      return decideCompletion(
        state,
        { word, occurredOn: on, takenOver: takenOver({ word, notStated: ['evidence'] }) },
        context,
      );
    }
    case 'abandon': {
      const { word, on } = step;
      const mark = takenOver({ word, notStated: ['reason', 'decidedBy', 'date'] });
      return decideAbandonment(state, { reasons: [], word, occurredOn: on, takenOver: mark }, { authority }, context);
    }
    case 'reopen': {
      const { word, on } = step;
      return decideReopening(
        state,
        { word, occurredOn: on, takenOver: takenOver({ word, notStated: ['reason'] }) },
        context,
      );
    }
    case 'reschedule': {
      const { from, to, on } = step;
      const mark = takenOver({ notStated: ['reason', 'decidedBy'] });
      return decideRescheduling(state, { from, to, occurredOn: on, takenOver: mark }, authority, context);
    }
    case 'report': {
      const { note, on, dated } = step;
      return decideProgressReport(
        state,
        { note: { fr: note }, occurredOn: on, takenOver: takenOver({ notStated: dated ? [] : ['date'] }) },
        context,
      );
    }
  }
}
