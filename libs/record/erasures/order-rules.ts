/** What the rules about erasures ask first, whether one is ordered or refused. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ErasureState } from './erasure.state';
import type { TargetState } from './sealed-fields-of-target';

export const alreadyDecided = ({ exists }: ErasureState): Refusal | null =>
  exists
    ? refuse(
        'erasure.exists',
        { fr: 'Cet effacement est déjà ordonné.', en: 'This erasure is already ordered.' },
        { kind: 'conflict' },
      )
    : null;

export const missingTarget = ({ exists }: TargetState): Refusal | null =>
  exists
    ? null
    : refuse(
        'erasure.targetMissing',
        {
          fr: 'L’objet dont des données sont à effacer n’existe pas.',
          en: 'There is no such object to erase data of.',
        },
        { kind: 'notFound', field: 'target' },
      );

/** @param acting the body whose token it is; null for the administrator */
export const anotherOffice = ({ office }: { readonly office: string }, acting: string | null): Refusal | null =>
  acting === null || acting === office
    ? null
    : refuse(
        'erasure.anotherOffice',
        {
          fr: `L’effacement est décidé par le service pour lequel vous agissez (« ${acting} ») : indiquez-le.`,
          en: `An erasure is decided by the body you act for ("${acting}"): name that one.`,
        },
        { kind: 'forbidden', field: 'office' },
      );
