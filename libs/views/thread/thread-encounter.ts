import type { contributionRecorded } from '@fil/facts/events/contribution.events';
import { evolveEncounter, type EncounterFacts } from '@fil/facts/figures/encounter-facts';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { slipNumber } from '@fil/facts/numbers/slip-number';
import { wordsOf, type ThreadReading } from './reading-of';
import type { ThreadEncounter } from './thread.answer';

/** In which encounter it was said, on which sheet, and the number printed on it when it was a slip. */
export function encounterOf(
  { gathered }: Pick<ThreadReading, 'gathered'>,
  { encounter: id, sheet, question }: KnownData<typeof contributionRecorded>,
): ThreadEncounter | null {
  const planned = gathered.encounter?.events[0];
  const facts = gathered.encounter?.events.reduce<EncounterFacts | null>(
    (before, event) => evolveEncounter(before, event),
    null,
  );
  if (id === undefined || !planned || !facts) return null;
  const block =
    sheet === undefined ? undefined : facts.slipBlocks.find(({ from, count }) => from <= sheet && sheet < from + count);
  return {
    id,
    title: wordsOf(planned, 'title'),
    format: facts.format,
    sheet: sheet ?? null,
    slip: block ? slipNumber({ block: block.block, place: sheet! - block.from + 1 }) : null,
    question: question ?? null,
  };
}
