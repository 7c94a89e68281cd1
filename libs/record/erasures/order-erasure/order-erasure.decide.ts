import { erasureOrdered } from '@fil/facts/events/erasure.events';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { ErasureState } from '../erasure.state';
import type { SealedFieldOfEvent, TargetState } from '../sealed-fields-of-target';
import { subjectOf } from '../../deciding/subject-of';
import type { OrderErasureInput } from './order-erasure.command';

type Field = OrderErasureInput['fields'][number];

/** @param acting the body that the order is given for; null for the administrator */
export function decideErasure(
  state: ErasureState,
  command: OrderErasureInput,
  target: TargetState,
  acting: string | null = null,
): Decided {
  if (state.exists) {
    return refuse(
      'erasure.exists',
      { fr: 'Cet effacement est déjà ordonné.', en: 'This erasure is already ordered.' },
      { kind: 'conflict' },
    );
  }
  if (!target.exists) {
    return refuse(
      'erasure.targetMissing',
      { fr: 'L’objet dont des données sont à effacer n’existe pas.', en: 'There is no such object to erase data of.' },
      { kind: 'notFound', field: 'target' },
    );
  }
  const fields = distinct([
    ...command.fields.map((field) => namedIn(target.fields, field) ?? field),
    ...(command.wholeSubject ? target.fields.filter(({ personal }) => personal) : []),
  ]);
  return (
    anotherOffice(command, acting) ??
    notSealed(command.fields, target.fields) ??
    nobodyBehind(command) ??
    nothingNamed(fields) ??
    tooMany(fields) ?? [eventFrom(erasureOrdered, command, { fields })]
  );
}

const anotherOffice = ({ office }: OrderErasureInput, acting: string | null): Refusal | null =>
  acting === null || acting === office
    ? null
    : refuse(
        'erasure.anotherOffice',
        {
          fr: `L’effacement est ordonné par le service pour lequel vous agissez (« ${acting} ») : indiquez-le.`,
          en: `An erasure is ordered by the body you act for ("${acting}"): name that one.`,
        },
        { kind: 'forbidden', field: 'office' },
      );

const sameField = (a: Field, b: Field): boolean => a.event === b.event && a.path === b.path;

/** An earlier version of an event may have called the field otherwise; openings are found by the name it had then. */
const namedIn = (sealed: readonly SealedFieldOfEvent[], { event, path }: Field): SealedFieldOfEvent | undefined => {
  const ofEvent = sealed.filter((one) => one.event === event);
  return ofEvent.find(({ pathNow }) => pathNow === path) ?? ofEvent.find((one) => one.path === path);
};

const distinct = (fields: readonly Field[]): Field[] =>
  fields
    .filter((field, n) => fields.findIndex((other) => sameField(field, other)) === n)
    .map(({ event, path }) => ({ event, path }));

function notSealed(named: readonly Field[], sealed: readonly SealedFieldOfEvent[]): Refusal | null {
  for (const [n, field] of named.entries()) {
    if (field.path === CONCEALED_DATA) {
      return refuse(
        'erasure.factsStay',
        {
          fr: 'Les faits d’un objet non public ne s’effacent pas : seuls les textes et les données personnelles le peuvent.',
          en: 'The facts of an object that is not public are not erased: only texts and personal data can be.',
        },
        { field: `fields/${n}/path` },
      );
    }
    if (!namedIn(sealed, field)) {
      return refuse(
        'erasure.notASealedField',
        {
          fr: `L’événement ${field.event} de cet objet n’a pas de champ « ${field.path} » qui puisse être effacé.`,
          en: `The event ${field.event} of this object has no field "${field.path}" that can be erased.`,
        },
        { field: `fields/${n}` },
      );
    }
  }
  return null;
}

const nobodyBehind = ({ wholeSubject, target }: OrderErasureInput): Refusal | null =>
  wholeSubject && subjectOf(target) === null
    ? refuse(
        'erasure.nobodyBehind',
        {
          fr: 'Cet objet n’est pas celui d’une personne : nommez un à un les champs à effacer.',
          en: 'This object is not a person’s: name one by one the fields to erase.',
        },
        { field: 'wholeSubject' },
      )
    : null;

const nothingNamed = (fields: readonly Field[]): Refusal | null =>
  fields.length === 0
    ? refuse(
        'erasure.nothingNamed',
        {
          fr: 'Nommez les champs à effacer, ou demandez l’effacement de toutes les données de la personne.',
          en: 'Name the fields to erase, or ask for everything of the person to be erased.',
        },
        { field: 'fields' },
      )
    : null;

const tooMany = (fields: readonly Field[]): Refusal | null =>
  fields.length > LONGEST_LIST
    ? refuse(
        'erasure.tooManyFields',
        {
          fr: `Un ordre d’effacement porte sur ${LONGEST_LIST} champs au plus ; celui-ci en compte ${fields.length}. Répartissez-les en plusieurs ordres.`,
          en: `An order of erasure covers at most ${LONGEST_LIST} fields; this one has ${fields.length}. Split it into several.`,
        },
        { field: 'fields' },
      )
    : null;
