/** What several rules of guarantors ask first. */
import { watchesOver } from '@fil/facts/figures/guarantors';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../consultations/consultation.state';
import { notInItsName } from '../deciding/acting-for';
import type { AppointedGuarantor } from './guarantor.state';

export const missingGuarantor = (): Refusal =>
  refuse(
    'guarantor.missing',
    { fr: 'Ce garant n’existe pas.', en: 'There is no such guarantor.' },
    { kind: 'notFound' },
  );

/** Nobody but its author writes, or changes, a guarantor's text. */
export const notItsAuthor = (state: AppointedGuarantor, actor: Actor): Refusal | null =>
  notInItsName('guarantor.notItsAuthor', actor, {
    role: 'guarantor',
    body: state.code,
    called: { fr: 'du garant', en: 'the guarantor' },
  });

export const hasWithdrawn = (state: AppointedGuarantor): Refusal | null =>
  state.withdrawn
    ? refuse(
        'guarantor.withdrawn',
        {
          fr: 'Ce garant s’est retiré : plus rien ne s’écrit en son nom.',
          en: 'This guarantor has withdrawn: nothing more is written in its name.',
        },
        { kind: 'conflict' },
      )
    : null;

/** @param consultation the one the command names; undefined when it names none */
export function notItsConsultation(
  state: AppointedGuarantor,
  named: string | undefined,
  consultation: ConsultationState | undefined,
): Refusal | null {
  if (named === undefined) return null;
  if (consultation?.exists && watchesOver(state, named, consultation.organiser)) return null;
  return refuse(
    'guarantor.notItsConsultation',
    {
      fr: 'Ce garant n’est pas celui de la démarche indiquée, ou cette démarche n’existe pas.',
      en: 'This guarantor does not watch over the consultation named, or there is no such consultation.',
    },
    { field: 'consultation' },
  );
}
