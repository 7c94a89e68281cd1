import { decisionStepTaken } from '@fil/facts/events/decision.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownBody } from '../../authority/known-in-authority';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../decision.state';
import { missingDecision, otherConsultation } from '../standing';
import type { TakeStepInput } from './take-step.command';

export interface SeenWhenTakingStep {
  readonly authority: AuthorityState;
  /** Undefined when the command names none. */
  readonly consultation?: ConsultationState;
}

/** A step that the path did not declare is a fact like another: it says so, and the page shows both paths. */
export function decideStep(
  state: DecisionState,
  command: TakeStepInput,
  { authority, consultation }: SeenWhenTakingStep,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingDecision();
  const ofPath = consultation !== undefined && consultation.exists && consultation.steps.has(command.step);
  return (
    unknownConsultation(consultation) ??
    otherConsultation(state, command.consultation) ??
    unknownBody(authority, command.body, 'body') ??
    wrongSession(authority, command) ??
    notYetHappened('decision.toCome', command.occurredOn, context.today) ?? [
      eventFrom(decisionStepTaken, command, { ofPath }),
    ]
  );
}

const unknownConsultation = (consultation: ConsultationState | undefined): Refusal | null =>
  consultation && !consultation.exists
    ? refuse(
        'decision.unknownConsultation',
        {
          fr: 'Cette démarche n’existe pas : vérifiez l’identifiant.',
          en: 'There is no such consultation: check the id.',
        },
        { field: 'consultation' },
      )
    : null;

function wrongSession({ sessions }: AuthorityState, { session: named, body }: TakeStepInput): Refusal | null {
  if (named === undefined) return null;
  const session = sessions.get(named);
  if (!session) {
    return refuse(
      'decision.unknownSession',
      {
        fr: `La séance « ${named} » n’est pas au calendrier : inscrivez-la d’abord, ou n’indiquez que la date.`,
        en: `There is no session "${named}" in the calendar: schedule it first, or give the date only.`,
      },
      { field: 'session' },
    );
  }
  if (session.cancelled || session.body !== body) {
    return refuse(
      'decision.otherSession',
      session.cancelled
        ? {
            fr: `La séance « ${named} » a été annulée : rien n’a pu y être examiné.`,
            en: `The session "${named}" was cancelled: nothing can have been examined there.`,
          }
        : {
            fr: `La séance « ${named} » est celle d’une autre instance que « ${body} ».`,
            en: `The session "${named}" is of another body than "${body}".`,
          },
      { field: 'session' },
    );
  }
  return null;
}
