/** What an answer must say of the one it replaces. */
import type { Label } from '@fil/facts/codes/label';
import { outcomeRow, type Outcome } from '@fil/facts/codes/outcome';
import { isWorse } from '@fil/facts/codes/outcome-order';
import { parisDay } from '@fil/facts/dates/paris-day';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AnswerInput } from '../answer-input';
import type { Given } from '../contribution.state';
import { isNotStated } from './obligations';

export interface Replaced {
  readonly event: string;
  readonly outcome: Outcome;
  readonly given: Given;
}

/** Guards by meaning: whoever answers says which answer she saw. Of several at once, one is recorded. */
export function notTheCurrent({ supersedes }: AnswerInput, current: Replaced | null): Refusal | null {
  if (supersedes === (current?.event ?? null)) return null;
  if (!current) {
    return refuse(
      'outcome.notTheCurrent',
      {
        fr: 'Aucune suite n’a encore été donnée : « supersedes » doit être nul.',
        en: 'No outcome was given yet: "supersedes" must be null.',
      },
      { kind: 'conflict', field: 'supersedes' },
    );
  }
  const { event, outcome, given } = current;
  const { label } = outcomeRow(outcome);
  const [day, by] = [parisDay(given.at), givenBy(given)];
  return refuse(
    'outcome.notTheCurrent',
    {
      fr: `La suite en vigueur est « ${label.fr} », donnée ${by.fr}le ${day} (événement ${event}). Relisez-la ; pour la remplacer, indiquez-la dans « supersedes ».`,
      en: `The current outcome is "${label.en}", given ${by.en}on ${day} (event ${event}). Read it again; to replace it, name it in "supersedes".`,
    },
    {
      kind: 'conflict',
      field: 'supersedes',
      found: { event, outcome, at: given.at, decidedBy: given.decidedBy, ...given.actor },
    },
  );
}

/** The function that decided it; where none is stated, the body that gave it. */
function givenBy({ decidedBy, actor }: Given): Label {
  if (decidedBy !== null) return { fr: `par la fonction « ${decidedBy} » `, en: `by the function "${decidedBy}" ` };
  return actor.body === null ? { fr: '', en: '' } : { fr: `par « ${actor.body} » `, en: `by "${actor.body}" ` };
}

/** A source that gives no reason gives none for going back either. */
export function unexplainedWorsening(answer: AnswerInput, current: Replaced | null): Refusal | null {
  if (!current || !isWorse(answer.outcome, current.outcome)) return null;
  if (answer.worseningReason !== undefined || isNotStated(answer, 'reason')) return null;
  const [before, after] = [outcomeRow(current.outcome).label, outcomeRow(answer.outcome).label];
  return refuse(
    'outcome.worseningReasonMissing',
    {
      fr: `Cette suite (« ${after.fr} ») est moins favorable que celle qu’elle remplace (« ${before.fr} ») : expliquez pourquoi (« worseningReason »).`,
      en: `This outcome ("${after.en}") is less favourable than the one it replaces ("${before.en}"): say why ("worseningReason").`,
    },
    { field: 'worseningReason' },
  );
}

/** `enteredInError` speaks of the answer that is replaced. */
export function wrongError({ enteredInError, supersedes }: AnswerInput): Refusal | null {
  if (!enteredInError || enteredInError.event === supersedes) return null;
  return refuse(
    'outcome.otherError',
    {
      fr: 'La suite saisie par erreur doit être celle que cette nouvelle suite remplace.',
      en: 'The outcome entered in error must be the one that this new outcome replaces.',
    },
    { field: 'enteredInError' },
  );
}

/** The date of the next answer cannot be over when it is announced. */
export function announcedTooLate({ answerOn, occurredOn, takenOver }: AnswerInput, today: string): Refusal | null {
  if (answerOn === undefined || takenOver || lastDay(answerOn) >= firstDay(occurredOn ?? today)) return null;
  return refuse(
    'outcome.answerOnPast',
    {
      fr: 'La date annoncée pour la réponse est déjà passée.',
      en: 'The date announced for the answer is already over.',
    },
    { field: 'answerOn' },
  );
}
