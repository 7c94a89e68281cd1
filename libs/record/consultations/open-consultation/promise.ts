import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { promiseFault } from '../promise-fault';
import type { OpenConsultationInput } from './open-consultation.command';

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
    const fault = promise && promiseFault(promise, `addressees/${n}/promise`);
    if (fault) return fault;
  }
  return null;
}
