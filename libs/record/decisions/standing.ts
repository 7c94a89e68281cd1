/** What several rules of decisions ask first. */
import { firstDay, lastDay, type When } from '@fil/facts/dates/when';
import { annulmentOf } from '@fil/facts/figures/decision-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notYetHappened } from '../deciding/happened';
import type { RegisteredDecision } from './decision.state';

export const missingDecision = (): Refusal =>
  refuse(
    'decision.missing',
    { fr: 'Cette décision n’est pas inscrite.', en: 'There is no such decision.' },
    { kind: 'notFound' },
  );

/** What becomes of a decision happens on a day that is not to come, and not before it was taken. */
export function wrongDay({ takenOn }: RegisteredDecision, when: When | undefined, today: string): Refusal | null {
  const toCome = notYetHappened('decision.toCome', when, today);
  if (toCome) return toCome;
  return lastDay(when ?? today) < firstDay(takenOn)
    ? refuse(
        'decision.beforeItWasTaken',
        {
          fr: `Cette date précède la décision, prise le ${takenOn} : vérifiez-la.`,
          en: `This date is before the decision, taken on ${takenOn}: check it.`,
        },
        { field: 'occurredOn' },
      )
    : null;
}

/** What no longer exists in law is neither amended nor ended a second time. */
export function alreadyGone(state: RegisteredDecision): Refusal | null {
  if (annulmentOf(state)?.extent === 'whole') {
    return refuse(
      'decision.annulled',
      {
        fr: 'Cette décision est annulée : inscrivez plutôt la nouvelle décision.',
        en: 'This decision is annulled: register the new decision instead.',
      },
      { kind: 'conflict' },
    );
  }
  return null;
}

export const alreadyRepealed = ({ repealedOn }: RegisteredDecision): Refusal | null =>
  repealedOn === null
    ? null
    : refuse(
        'decision.repealed',
        {
          fr: `Cette décision est abrogée depuis le ${repealedOn} : inscrivez plutôt la nouvelle décision.`,
          en: `This decision has been repealed since ${repealedOn}: register the new decision instead.`,
        },
        { kind: 'conflict' },
      );

/** @param named the consultation a command names */
export const otherConsultation = ({ consultations }: RegisteredDecision, named: string | undefined): Refusal | null =>
  named === undefined || consultations.includes(named)
    ? null
    : refuse(
        'decision.otherConsultation',
        {
          fr: 'La décision ne se rattache pas à cette démarche : indiquez l’une de celles qu’elle nomme.',
          en: 'The decision does not belong to this consultation: name one of those it names.',
        },
        { field: 'consultation' },
      );
