/** What the rules about erasures ask first, whether one is asked for, ordered or refused. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import { subjectOf } from '../deciding/subject-of';
import type { ErasureState } from './erasure.state';
import type { SealedFieldOfEvent, TargetState } from './sealed-fields-of-target';

export interface NamedField {
  readonly event: string;
  readonly path: string;
}

export const alreadyDecided = ({ standing }: ErasureState): Refusal | null => {
  if (standing === 'none' || standing === 'requested') return null;
  return refuse(
    'erasure.exists',
    standing === 'refused'
      ? { fr: 'Cet effacement est déjà refusé.', en: 'This erasure is already refused.' }
      : { fr: 'Cet effacement est déjà ordonné.', en: 'This erasure is already ordered.' },
    { kind: 'conflict' },
  );
};

/** Of what decides upon a request: that there is one, and that it is about the same object. */
export function answersNoRequest(
  state: ErasureState,
  { request, target }: { readonly request?: string; readonly target: string },
): Refusal | null {
  if (request === undefined) return null;
  if (state.request === null) {
    return refuse(
      'erasure.requestMissing',
      {
        fr: 'Il n’y a pas de demande d’effacement sous cet identifiant.',
        en: 'There is no request for erasure under this id.',
      },
      { kind: 'notFound', field: 'request' },
    );
  }
  return state.target === target
    ? null
    : refuse(
        'erasure.requestOfOther',
        {
          fr: `Cette demande d’effacement porte sur un autre objet : ${state.target}.`,
          en: `This request for erasure is about another object: ${state.target}.`,
        },
        { field: 'target' },
      );
}

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

/** An earlier version of an event may have called the field otherwise; openings are found by the name it had then. */
export const fieldNamed = (
  sealed: readonly SealedFieldOfEvent[],
  { event, path }: NamedField,
): SealedFieldOfEvent | undefined => {
  const ofEvent = sealed.filter((one) => one.event === event);
  return ofEvent.find(({ pathNow }) => pathNow === path) ?? ofEvent.find((one) => one.path === path);
};

export function notSealed(named: readonly NamedField[], sealed: readonly SealedFieldOfEvent[]): Refusal | null {
  for (const [n, field] of named.entries()) {
    if (field.path === CONCEALED_DATA) {
      return refuse(
        'erasure.factsStay',
        {
          fr: 'Les faits d’un objet non public ne s’effacent pas : seuls les textes et les données personnelles le peuvent.',
          en: 'The facts of an object that is not public are not erased: only texts and personal data can be.',
        },
        { field: `fields/${n}/path` },
      );
    }
    if (!fieldNamed(sealed, field)) {
      return refuse(
        'erasure.notASealedField',
        {
          fr: `L’événement ${field.event} de cet objet n’a pas de champ « ${field.path} » qui puisse être effacé.`,
          en: `The event ${field.event} of this object has no field "${field.path}" that can be erased.`,
        },
        { field: `fields/${n}` },
      );
    }
  }
  return null;
}

/** @param field that asks for everything of the person */
export const nobodyBehind = (target: string, field: string): Refusal | null =>
  subjectOf(target) === null
    ? refuse(
        'erasure.nobodyBehind',
        {
          fr: 'Cet objet n’est pas celui d’une personne : nommez un à un les champs à effacer.',
          en: 'This object is not a person’s: name one by one the fields to erase.',
        },
        { field },
      )
    : null;
