import { TRANSLATED, type AggregateWithTexts } from '@fil/facts/events/text.events';
import type { Actor } from '@fil/facts/kit/actor';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { languageOf, madeFromAnother, nothingThere, notItsAuthor, sealedAs, severalLanguages } from '../derived-text';
import { textNamed, type Written } from '../written.state';
import type { TranslateInput } from './translate.command';

/** @param original the text as the office may read it */
export function decideTranslation(
  aggregate: AggregateWithTexts,
  state: Written,
  { text, ...command }: TranslateInput,
  original: unknown,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  const found = textNamed(state, command);
  if (isRefusal(found)) return found;
  const field = sealedAs(found);
  if (isRefusal(field)) return field;
  const given = { ...command, text };
  return (
    notItsAuthor(found, actor) ??
    madeFromAnother(found) ??
    nothingThere(original) ??
    severalLanguages(given) ??
    inThatLanguageAlready(given, original) ??
    machineUnclear(given) ??
    notYetHappened('text.toCome', command.occurredOn, today) ?? [
      eventFrom(TRANSLATED[aggregate], { ...command, [field]: text }, { language: languageOf(text)! }),
    ]
  );
}

/** Fabricating a translation of what its author gave in that language would hide her words behind others. */
const inThatLanguageAlready = ({ text }: TranslateInput, original: unknown): Refusal | null => {
  const language = languageOf(text);
  const words = (original as { text?: unknown }).text ?? original;
  return language !== null && Object.keys(words as object).includes(language)
    ? refuse(
        'text.inThatLanguageAlready',
        {
          fr: `Ce texte est déjà donné dans cette langue (« ${language} ») par qui l’a écrit.`,
          en: `This text is already given in that language ("${language}") by who wrote it.`,
        },
        { field: 'text' },
      )
    : null;
};

const machineUnclear = ({ by, assisted }: TranslateInput): Refusal | null =>
  (by === 'machine') === (assisted !== undefined)
    ? null
    : refuse(
        'text.assistance',
        {
          fr: 'Une traduction automatique dit quel outil, avec quelle consigne, sur quoi, et qui l’a validée (« assisted ») ; une autre n’en dit rien.',
          en: 'A machine translation says which tool, how it was told, on what, and who validated it ("assisted"); any other does not.',
        },
        { field: 'assisted' },
      );
