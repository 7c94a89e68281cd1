import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AnswerPromise } from '@fil/facts/figures/answer-due';

/** A promise is made in one way: a time after the close, or a date. */
export function promiseFault({ amount, unit, by }: AnswerPromise, field: string): Refusal | null {
  const timed = amount !== undefined || unit !== undefined;
  if (timed && by !== undefined) {
    return refuse(
      'consultation.promiseTwofold',
      {
        fr: 'Un engagement de réponse fixe soit un délai après la clôture, soit une date : gardez l’un des deux.',
        en: 'A promise to answer gives either a time after the close or a date: keep one of the two.',
      },
      { field },
    );
  }
  if (by === undefined && (amount === undefined || unit === undefined)) {
    return refuse(
      'consultation.promiseIncomplete',
      {
        fr: 'Un engagement de réponse fixe un délai (nombre et unité) ou une date. Sans engagement, retirez ce champ.',
        en: 'A promise to answer gives a time (number and unit) or a date. Without a promise, leave this field out.',
      },
      { field },
    );
  }
  return null;
}
