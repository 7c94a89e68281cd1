import { PLAIN_TEXT_GIVEN, type AggregateWithTexts } from '@fil/facts/events/text.events';
import type { Actor } from '@fil/facts/kit/actor';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { languageOf, madeFromAnother, nothingThere, notItsAuthor, sealedAs, severalLanguages } from '../derived-text';
import { textNamed, type Written } from '../written.state';
import type { GivePlainTextInput } from './give-plain-text.command';

/** @param original the text as the office may read it */
export function decidePlainText(
  aggregate: AggregateWithTexts,
  state: Written,
  { text, ...command }: GivePlainTextInput,
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
    readersUnclear(given) ??
    notYetHappened('text.toCome', command.occurredOn, today) ?? [
      eventFrom(PLAIN_TEXT_GIVEN[aggregate], { ...command, [field]: text }, { language: languageOf(text)! }),
    ]
  );
}

/** The word FALC is a claim: it says who read the text again. */
const readersUnclear = ({ readBy, readers }: GivePlainTextInput): Refusal | null =>
  (readBy === 'nobody') === (readers === undefined)
    ? null
    : refuse(
        'text.readers',
        readers === undefined
          ? {
              fr: 'Dites quel groupe a relu ce texte : un texte n’est FALC que relu par les personnes concernées.',
              en: 'Say which group has read this text again: a text is easy-to-read only when the people concerned have.',
            }
          : {
              fr: 'Personne n’a relu ce texte, et des relecteurs sont indiqués : dites qui l’a relu.',
              en: 'Nobody has read this text again, and readers are named: say who has.',
            },
        { field: 'readers' },
      );
