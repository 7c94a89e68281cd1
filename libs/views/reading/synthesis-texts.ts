/** The title and the text of a synthesis over time, and its divergences: pure, shown with it and with each member. */
import type { DivergenceKind } from '@fil/facts/codes/synthesis';
import type { divergenceRecorded } from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Happened } from './happened';
import { happening, type KeptEvent } from './happening';
import type { History } from './history';
import { allOf, words, type Words } from './words-of';

/** The text as it was from then on: all of them stay. */
export interface TextShown extends Happened {
  readonly as: 'opened' | 'published' | 'revised';
  readonly title: Words;
  readonly text: Words;
  /** Why it was revised. */
  readonly reason: Words;
}

export interface DivergenceShown extends Happened {
  readonly number: number;
  /** Null for those stated on opening, of which the kind was not told. */
  readonly kind: DivergenceKind | null;
  readonly subject: Words;
  readonly positions: readonly Opened<Text>[];
  /** Which contributions hold which position (from 1), where that was recorded. */
  readonly holders: readonly { readonly contribution: string; readonly position: number }[];
}

const TELLS = {
  'synthesis.opened/1': 'opened',
  'synthesis.published/2': 'published',
  'synthesis.revised/1': 'revised',
} as const;

const tells = ({ type }: KeptEvent): TextShown['as'] | undefined => TELLS[type as keyof typeof TELLS];

/** Each time the text was given: on opening, on publication, at each revision. */
export const textsOf = ({ events }: History): TextShown[] =>
  events.flatMap((event) => {
    const as = tells(event);
    const [title, text] = [words<Text>(event, 'title'), words<Text>(event, 'text')];
    if (as === undefined || (as !== 'opened' && text === null)) return [];
    return [{ ...happening(event), as, title, text, reason: words<Text>(event, 'reason') }];
  });

/** Those it has now. */
export function currentText(history: History): { readonly title: Words; readonly text: Words } {
  const texts = textsOf(history);
  return {
    title: texts.findLast(({ title }) => title !== null)?.title ?? null,
    text: texts.findLast(({ text }) => text !== null)?.text ?? null,
  };
}

/** Those stated on opening, then those recorded since, by number. */
export function divergencesOf({ events }: History): DivergenceShown[] {
  return events.flatMap((event, n): DivergenceShown[] => {
    if (n === 0) {
      return allOf<Text>(event, 'divergences').map((position, i) => ({
        ...happening(event),
        number: i + 1,
        kind: null,
        subject: null,
        positions: [position],
        holders: [],
      }));
    }
    if (event.type !== 'synthesis.divergenceRecorded/1') return [];
    const { divergence, kind, holders } = event.data as KnownData<typeof divergenceRecorded>;
    return [
      {
        ...happening(event),
        number: divergence!,
        kind: kind!,
        subject: words<Text>(event, 'subject'),
        positions: allOf<Text>(event, 'positions'),
        holders: holders ?? [],
      },
    ];
  });
}
