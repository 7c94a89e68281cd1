import { erasureOrdered } from '@fil/facts/events/erasure.events';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { ErasureState } from '../erasure.state';
import { alreadyDecided, anotherOffice, missingTarget } from '../order-rules';
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
  const refused = alreadyDecided(state) ?? missingTarget(target) ?? anotherOffice(command, acting);
  if (refused) return refused;
  const named = [
    ...command.fields.map((field) => namedIn(target.fields, field) ?? field),
    ...(command.wholeSubject ? target.fields.filter(({ personal }) => personal) : []),
  ];
  const fields = distinct([...named, ...named.flatMap((field) => madeFrom(target.fields, field))]);
  return (
    notSealed(command.fields, target.fields) ??
    ofWhoWatches(command, fields, target.fields) ??
    nobodyBehind(command) ??
    nothingNamed(fields) ??
    tooMany(fields) ?? [eventFrom(erasureOrdered, command, { fields })]
  );
}

const sameField = (a: Field, b: Field): boolean => a.event === b.event && a.path === b.path;

/** An earlier version of an event may have called the field otherwise; openings are found by the name it had then. */
const namedIn = (sealed: readonly SealedFieldOfEvent[], { event, path }: Field): SealedFieldOfEvent | undefined => {
  const ofEvent = sealed.filter((one) => one.event === event);
  return ofEvent.find(({ pathNow }) => pathNow === path) ?? ofEvent.find((one) => one.path === path);
};

/** Translations and texts in plain words say what the erased text said. Of a list, an item has its own. */
const madeFrom = (sealed: readonly SealedFieldOfEvent[], erased: Field): readonly SealedFieldOfEvent[] => {
  const names = [erased.path, namedIn(sealed, erased)?.pathNow];
  return sealed.filter((one) => one.madeFrom?.event === erased.event && names.includes(one.madeFrom.path));
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

/** Nobody but its author changes a guarantor's or a committee's text: the authority, who hosts it, suspends a passage. */
const ofWhoWatches = (
  { ground }: OrderErasureInput,
  fields: readonly Field[],
  sealed: readonly SealedFieldOfEvent[],
): Refusal | null =>
  ground !== 'courtOrder' && fields.some((field) => sealed.some((one) => one.ofWhoWatches && sameField(one, field)))
    ? refuse(
        'erasure.ofWhoWatches',
        {
          fr: 'Les textes d’un garant ou d’un comité de suivi ne s’effacent que sur décision de justice : suspendez le passage, pour un motif légal notifié à son auteur.',
          en: 'Texts of a guarantor or of a committee are erased by a court order only: suspend the passage, on a legal ground notified to its author.',
        },
        { kind: 'forbidden', field: 'ground' },
      )
    : null;

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
