import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { OpenConsultationInput } from './open-consultation.command';

type Addressee = OpenConsultationInput['addressees'][number];

/** Who is asked to answer promises once, and in one way: a time after the close, or a date. No promise is a fact too. */
export function promiseAtFault({ addressees }: OpenConsultationInput): Refusal | null {
  const twice = addressees.findIndex(({ authority }, n) =>
    addressees.slice(0, n).some((other) => other.authority === authority),
  );
  if (twice >= 0) {
    return refuse(
      'consultation.addresseeTwice',
      {
        fr: 'Cette collectivité figure deux fois parmi les destinataires.',
        en: 'This authority is named twice among the addressees.',
      },
      { field: `addressees/${twice}/authority` },
    );
  }
  for (const [n, { promise }] of addressees.entries()) {
    const fault = promise && faultOf(promise, `addressees/${n}/promise`);
    if (fault) return fault;
  }
  return null;
}

function faultOf({ amount, unit, by }: NonNullable<Addressee['promise']>, field: string): Refusal | null {
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
