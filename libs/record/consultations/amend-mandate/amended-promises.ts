import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { lastClosingDay, type OpenedConsultation } from '../consultation.state';
import { promiseFault } from '../promise-fault';
import type { AmendMandateInput } from './amend-mandate.command';

/** Promises are changed by those who made them or may make them, and not once their time runs. */
export function promisesAtFault(
  state: OpenedConsultation,
  { promises = [] }: AmendMandateInput,
  today: string,
): Refusal | null {
  if (promises.length > 0 && lastClosingDay(state, today) !== null) {
    return refuse(
      'consultation.promiseRuns',
      {
        fr: 'Le dépôt est clos : le délai de réponse court, l’engagement ne change plus. Un destinataire qui ne le tiendra pas l’explique sur la page du délai.',
        en: 'The deposit is closed: the time to answer runs, the promise no longer changes. An addressee that will not keep it explains why on the page of the deadline.',
      },
      { kind: 'conflict', field: 'promises' },
    );
  }
  for (const [n, { authority, promise }] of promises.entries()) {
    if (promises.findIndex((other) => other.authority === authority) < n) return twice(n);
    if (!state.addressees.some((addressee) => addressee.authority === authority)) return notAsked(n);
    const fault = promise && promiseFault(promise, `promises/${n}/promise`);
    if (fault) return fault;
  }
  return null;
}

const twice = (n: number): Refusal =>
  refuse(
    'consultation.addresseeTwice',
    {
      fr: 'Cette collectivité figure deux fois parmi les destinataires.',
      en: 'This authority is named twice among the addressees.',
    },
    { field: `promises/${n}/authority` },
  );

const notAsked = (n: number): Refusal =>
  refuse(
    'consultation.notAnAddressee',
    {
      fr: 'Cette collectivité n’est pas destinataire de la démarche : elle doit d’abord s’y joindre.',
      en: 'This authority is not an addressee of the consultation: it has to join first.',
    },
    { field: `promises/${n}/authority` },
  );
