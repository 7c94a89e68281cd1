import { erasureOrdered } from '@fil/facts/events/erasure.events';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { ErasureState } from '../erasure.state';
import {
  alreadyDecided,
  anotherOffice,
  answersNoRequest,
  fieldNamed,
  missingTarget,
  nobodyBehind,
  notSealed,
} from '../order-rules';
import type { SealedFieldOfEvent, TargetState } from '../sealed-fields-of-target';
import type { OrderErasureInput } from './order-erasure.command';

type Field = OrderErasureInput['fields'][number];

/** @param acting the body that the order is given for; null for the administrator */
export function decideErasure(
  state: ErasureState,
  command: OrderErasureInput,
  target: TargetState,
  acting: string | null = null,
): Decided {
  const refused =
    alreadyDecided(state) ??
    answersNoRequest(state, command) ??
    missingTarget(target) ??
    anotherOffice(command, acting) ??
    visaMissing(command);
  if (refused) return refused;
  const named = [
    ...command.fields.map((field) => fieldNamed(target.fields, field) ?? field),
    ...(command.wholeSubject ? target.fields.filter(({ personal }) => personal) : []),
  ];
  const hers = distinct([...named, ...named.flatMap((field) => madeFrom(target.fields, field))]);
  const fields = [...hers, ...wordsOfRequest(state)];
  return (
    notSealed(command.fields, target.fields) ??
    ofWhoWatches(command, hers, target.fields) ??
    (command.wholeSubject ? nobodyBehind(command.target, 'wholeSubject') : null) ??
    nothingNamed(hers) ??
    tooMany(fields) ?? [eventFrom(erasureOrdered, command, { fields })]
  );
}

/** What she wrote to the office is hers too. */
const wordsOfRequest = ({ request }: ErasureState): Field[] =>
  request === null ? [] : [{ event: request, path: '/words' }];

const sameField = (a: Field, b: Field): boolean => a.event === b.event && a.path === b.path;

/** Translations and texts in plain words say what the erased text said. Of a list, an item has its own. */
const madeFrom = (sealed: readonly SealedFieldOfEvent[], erased: Field): readonly SealedFieldOfEvent[] => {
  const names = [erased.path, fieldNamed(sealed, erased)?.pathNow];
  return sealed.filter((one) => one.madeFrom?.event === erased.event && names.includes(one.madeFrom.path));
};

const distinct = (fields: readonly Field[]): Field[] =>
  fields
    .filter((field, n) => fields.findIndex((other) => sameField(field, other)) === n)
    .map(({ event, path }) => ({ event, path }));

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

/** What is disposed of because its time is over was a public archive (C. patrimoine, art. L212-3). */
const visaMissing = ({ ground, archivesVisa }: OrderErasureInput): Refusal | null =>
  ground === 'retentionEnded' && archivesVisa === undefined
    ? refuse(
        'erasure.visaMissing',
        {
          fr: 'Ce qu’une collectivité a reçu est une archive publique : à la fin de la durée de conservation, elle ne s’élimine qu’avec le visa des archives. Indiquez-en la référence (C. patrimoine, art. L212-3 et R212-14).',
          en: 'What an authority received is a public archive: at the end of the retention period it is disposed of with the archives’ visa only. Give its reference (C. patrimoine, art. L212-3 and R212-14).',
        },
        { field: 'archivesVisa' },
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
