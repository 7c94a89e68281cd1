import { CORRECTABLE_AGGREGATES, type CorrectableAggregate } from '@fil/facts/events/correction.events';
import { AGGREGATES_WITH_TEXTS, type AggregateWithTexts } from '@fil/facts/events/text.events';

interface Said {
  readonly plainTextGiven: string;
  readonly translated: string;
  readonly entryCorrected: string;
  readonly observationLeft: string;
  readonly observationPublished: string;
}

type Names =
  | `${AggregateWithTexts}.${'plainTextGiven' | 'translated'}`
  | `${CorrectableAggregate}.entryCorrected`
  | `${'decision' | 'commitment'}.${'observationLeft' | 'observationPublished'}`;

/** The events that are called the same for every object that has them, by wire type without its version. */
export const ofEveryObject = (said: Said): Readonly<Record<Names, string>> =>
  Object.fromEntries([
    ...AGGREGATES_WITH_TEXTS.flatMap((aggregate) =>
      (['plainTextGiven', 'translated'] as const).map((name) => [`${aggregate}.${name}`, said[name]]),
    ),
    ...CORRECTABLE_AGGREGATES.map((aggregate) => [`${aggregate}.entryCorrected`, said.entryCorrected]),
    ...(['decision', 'commitment'] as const).flatMap((aggregate) =>
      (['observationLeft', 'observationPublished'] as const).map((name) => [`${aggregate}.${name}`, said[name]]),
    ),
  ]) as Record<Names, string>;
