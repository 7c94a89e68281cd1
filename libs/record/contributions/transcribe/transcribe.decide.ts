import { contributionTranscribed } from '@fil/facts/events/words.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { unknownDoer } from '../words-rules';
import type { TranscribeInput } from './transcribe.command';

/** As a transcriber marks what nobody could read. */
const ILLEGIBLE = /\[illisible\]/g;

/** What was said or written on paper becomes text, in the language it was said in. */
export function decideTranscription(
  state: ContributionState,
  command: TranscribeInput,
  mandate: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    typedByItsAuthor(state) ??
    correctedSince(state) ??
    inAnotherLanguage(command) ??
    assistanceUnclear(command) ??
    unknownDoer(mandate, command) ??
    notYetHappened('transcription.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionTranscribed, command, {
        illegible: illegibleIn(command),
        titled: command.title !== undefined,
      }),
    ]
  );
}

const illegibleIn = ({ title, text }: TranscribeInput): number =>
  [...Object.values(title ?? {}), ...Object.values(text)].reduce(
    (sum, words) => sum + (words.match(ILLEGIBLE)?.length ?? 0),
    0,
  );

const typedByItsAuthor = ({ channel }: RecordedContribution): Refusal | null =>
  channel === 'online'
    ? refuse('transcription.typedByItsAuthor', {
        fr: 'Cette contribution a été déposée en ligne par son auteur : il n’y a rien à transcrire.',
        en: 'This contribution was deposited online by its author: there is nothing to transcribe.',
      })
    : null;

const correctedSince = ({ words }: RecordedContribution): Refusal | null =>
  words.correctedByAuthor
    ? refuse(
        'transcription.correctedByAuthor',
        {
          fr: 'L’auteur a corrigé son texte : une transcription ne le remplace plus.',
          en: 'The author has corrected the text: a transcription no longer replaces it.',
        },
        { kind: 'conflict' },
      )
    : null;

/** Putting it into another language is a translation, beside the original. */
function inAnotherLanguage({ language, title, text }: TranscribeInput): Refusal | null {
  const other = (['title', 'text'] as const).find((field) => {
    const tags = Object.keys((field === 'title' ? title : text) ?? { [language]: '' });
    return tags.length !== 1 || tags[0] !== language;
  });
  return other === undefined
    ? null
    : refuse(
        'transcription.language',
        {
          fr: `Une transcription est dans la langue de l’original (« ${language} »), et dans celle-là seulement : une autre langue est une traduction.`,
          en: `A transcription is in the language of the original ("${language}"), and in no other: another language is a translation.`,
        },
        { field: other },
      );
}

const assistanceUnclear = ({ way, assisted }: TranscribeInput): Refusal | null =>
  (way === 'assisted') === (assisted !== undefined)
    ? null
    : refuse(
        'transcription.assistance',
        {
          fr: 'Une transcription assistée dit quel outil, avec quelle consigne, sur quoi, et qui l’a validée (« assisted ») ; une autre n’en dit rien.',
          en: 'An assisted transcription says which tool, how it was told, on what, and who validated it ("assisted"); any other does not.',
        },
        { field: 'assisted' },
      );
