/** What a translation and a text in plain words have in common: they are made from a text, and follow it. */
import type { DERIVED_TEXT_FIELDS } from '@fil/facts/events/text.events';
import { definitionOf } from '@fil/facts/events/registry';
import type { Actor } from '@fil/facts/kit/actor';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { isErased, type Vault } from '@fil/log/vault/vault';
import type { DecisionTaker } from '../deciding/take-decision';
import { fold } from '../deciding/decider';
import { textNamed, written, type TextField } from './written.state';

export interface DerivedTextInput {
  readonly event: string;
  readonly path: string;
  /** In one language. */
  readonly text: Text;
}

/** What the office may read of the text that a command names; undefined where nothing was given, or nothing is named. */
export async function originalOf(
  decisions: DecisionTaker,
  vault: Vault,
  stream: string,
  named: Pick<DerivedTextInput, 'event' | 'path'>,
): Promise<unknown> {
  const found = textNamed(fold(written, await decisions.load(stream)), named);
  if (isRefusal(found)) return undefined;
  const [opened] = await vault.open([found.event], 'office');
  const words = opened!.words[found.name];
  return found.item === null ? words : (words as readonly unknown[] | undefined)?.[found.item];
}

/** Its only language, or null. */
export function languageOf(text: Text): string | null {
  const [language, ...others] = Object.keys(text);
  return language === undefined || others.length > 0 ? null : language;
}

export const severalLanguages = ({ text }: DerivedTextInput): Refusal | null =>
  languageOf(text) === null
    ? refuse(
        'text.oneLanguage',
        {
          fr: 'Donnez le texte dans une seule langue ; les autres s’enregistrent à part.',
          en: 'Give the text in one language only; others are recorded apart.',
        },
        { field: 'text' },
      )
    : null;

/** A text made from one that was itself made from another would outlive the first: it is made from the original. */
export const madeFromAnother = ({ event }: TextField): Refusal | null =>
  definitionOf(event.type).madeFrom === null
    ? null
    : refuse(
        'text.notTheOriginal',
        {
          fr: 'Indiquez le texte d’origine, et non sa traduction ou sa version en clair.',
          en: 'Name the original text, not its translation nor its version in plain words.',
        },
        { field: 'event' },
      );

/** @param original as the office may read it */
export function nothingThere(original: unknown): Refusal | null {
  if (isErased(original)) {
    return refuse(
      'text.erased',
      {
        fr: 'Ce texte a été effacé : il n’y a plus rien à en dire autrement.',
        en: 'This text was erased: there is nothing left to say otherwise.',
      },
      { kind: 'gone', field: 'path' },
    );
  }
  return original === undefined
    ? refuse(
        'text.absent',
        { fr: 'Aucun texte n’a été donné dans ce champ.', en: 'No text was given in this field.' },
        { field: 'path' },
      )
    : null;
}

/** A guarantor and a committee write in their own name: nobody else says it otherwise for them. */
export const notItsAuthor = ({ event }: TextField, { role, body }: Actor): Refusal | null =>
  (event.actor.role !== 'guarantor' && event.actor.role !== 'committeeMember') ||
  (event.actor.role === role && event.actor.body === body)
    ? null
    : refuse(
        'text.notItsAuthor',
        {
          fr: 'Seul son auteur, garant ou comité, donne de son texte une traduction ou une version en clair.',
          en: 'Only its author, guarantor or committee, gives its text in another language or in plain words.',
        },
        { kind: 'forbidden', field: 'event' },
      );

/** Sealed as the original is, and for no more people. */
export function sealedAs({ field }: TextField): (typeof DERIVED_TEXT_FIELDS)[number] | Refusal {
  if (field.audience === 'public') return field.personal ? 'personalText' : 'text';
  if (field.audience === 'office') return field.personal ? 'personalOfficeText' : 'officeText';
  return refuse(
    'text.notShown',
    {
      fr: 'Ce texte n’est montré à personne : il ne se donne pas autrement.',
      en: 'This text is shown to nobody: it is not given otherwise.',
    },
    { field: 'path' },
  );
}
