/** What the decisions about showing a contribution's words have in common. */
import { answerDueOn } from '@fil/facts/figures/answer-due';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../consultations/consultation.state';
import type { RecordedContribution } from './contribution.state';

/** Where the mandate does not say it. */
const APPEAL_WITHIN = { amount: 2, unit: 'months' } as const;

/** Last day on which the author may ask for a decision of today to be re-examined. */
export const appealBy = (consultation: ConsultationState, today: string): string =>
  answerDueOn((consultation.exists && consultation.appealWithin) || APPEAL_WITHIN, today)!;

/** What was declared inadmissible is neither understood, grouped nor answered: it may be re-examined. */
export const inadmissible = ({ moderation }: RecordedContribution): Refusal | null =>
  moderation.inadmissible === null
    ? null
    : refuse(
        'contribution.inadmissible',
        {
          fr: 'Cette contribution a été déclarée irrecevable. Seul un réexamen, à la demande de son auteur, peut revenir sur cette décision.',
          en: 'This contribution was declared inadmissible. Only a re-examination, which its author may ask for, can change that.',
        },
        { kind: 'conflict' },
      );

export const reversedBefore = (
  { moderation }: RecordedContribution,
  kind: 'notPublished' | 'inadmissible',
): Refusal | null =>
  moderation.reversed.has(kind)
    ? refuse(
        'moderation.reversedBefore',
        {
          fr: 'Cette décision a déjà été annulée à la suite d’un réexamen : elle ne peut pas être prise à nouveau.',
          en: 'This decision was reversed on re-examination: it cannot be taken again.',
        },
        { kind: 'conflict' },
      )
    : null;
