/** An encounter from what happened to it: pure. */
import type {
  encounterPlanned,
  encounterPostponed,
  minutesPublished,
  restitutionHeld,
  sheetsCounted,
  sheetsEntered,
  slipsAllocated,
} from '@fil/facts/events/encounter.events';
import { corrected } from '@fil/facts/figures/corrected';
import { evolveEncounter, sheetsUnaccounted, type EncounterFacts } from '@fil/facts/figures/encounter-facts';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { slipNumber } from '@fil/facts/numbers/slip-number';
import type { Opened } from '@fil/log/vault/vault';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Shown } from '../reading/shown';
import type { Encounter, EncounterSummary, SlipBlock } from './encounters.answer';

/** What is counted of its contributions. */
export interface SaidThere {
  readonly contributions: number;
  readonly slipsUsed: number;
}

const words = <T>(event: KeptEvent, field: string): Opened<T> | null =>
  (event.words[field] as Opened<T> | undefined) ?? null;

/** Null when nothing says that it was planned. */
export const encounterFactsOf = ({ events }: History): EncounterFacts | null =>
  corrected(events).reduce<EncounterFacts | null>((facts, event) => evolveEncounter(facts, event), null);

export const slipsAllocatedTo = ({ slipBlocks }: EncounterFacts): number =>
  slipBlocks.reduce((sum, { count }) => sum + count, 0);

export function buildSummary(history: History, facts: EncounterFacts, names: Names): EncounterSummary {
  const planned = history.events[0]!;
  const { format, expectedOn, heldOn, cancelled, participants, approximate, tables } = facts;
  const { id, title } = names.consultation(facts.consultation);
  return {
    id: planned.stream,
    title: words<Text>(planned, 'title'),
    consultation: { id, title },
    format,
    planned: happening(planned),
    expectedOn,
    heldOn,
    cancelled,
    participants,
    approximate,
    tables,
    sheetsUnaccounted: sheetsUnaccounted(facts),
  };
}

export function buildEncounter(
  recorded: History,
  facts: EncounterFacts,
  said: SaidThere,
  names: Names,
  shown: Shown,
): Encounter {
  const history = { ...recorded, events: corrected(recorded.events) };
  const planned = history.events[0]!;
  const { territory, source, questionCount, minutesPromise } = planned.data as DataOf<typeof encounterPlanned>;
  const [cancelled] = eventsOf(history, 'encounter.cancelled/1');
  const [held] = eventsOf(history, 'encounter.held/1');
  const questions = (planned.words['questions'] as readonly Opened<Text>[] | undefined) ?? [];
  const allocated = slipsAllocatedTo(facts);
  return {
    ...buildSummary(history, facts, names),
    shown,
    questions: Array.from({ length: questionCount }, (_, n) => questions[n] ?? null),
    publics: words<Text>(planned, 'publics'),
    facilitator: words<string>(planned, 'facilitator'),
    place: words<string>(planned, 'place'),
    territory: territory ?? null,
    minutesPromise: minutesPromise ?? null,
    source: source ?? null,
    postponements: eventsOf(history, 'encounter.postponed/1').map((event) => ({
      ...happening(event),
      to: (event.data as DataOf<typeof encounterPostponed>).to ?? null,
      reason: words<Text>(event, 'reason'),
    })),
    cancellation: cancelled ? { ...happening(cancelled), reason: words<Text>(cancelled, 'reason') } : null,
    held: held ? happening(held) : null,
    slips: {
      blocks: eventsOf(history, 'encounter.slipsAllocated/1').map(blockOf),
      allocated,
      used: said.slipsUsed,
      unused: allocated - said.slipsUsed,
    },
    sheets: sheetsOf(history, facts),
    contributions: said.contributions,
    minutes: eventsOf(history, 'encounter.minutesPublished/1').map((event) => ({
      ...happening(event),
      sha256: (event.data as DataOf<typeof minutesPublished>).sha256,
      title: words<Text>(event, 'title'),
      address: words<string>(event, 'address'),
    })),
    restitutions: eventsOf(history, 'encounter.restitutionHeld/1').map((event) => ({
      ...happening(event),
      participants: (event.data as DataOf<typeof restitutionHeld>).participants ?? null,
      place: words<string>(event, 'place'),
      note: words<Text>(event, 'note'),
    })),
  };
}

function blockOf(event: KeptEvent): SlipBlock {
  const { count } = event.data as DataOf<typeof slipsAllocated>;
  const number = (place: number): string => slipNumber({ block: event.index, place });
  return { ...happening(event), first: number(1), last: number(count), count };
}

function sheetsOf(history: History, facts: EncounterFacts): Encounter['sheets'] {
  const difference = facts.counted === null ? null : sheetsUnaccounted(facts);
  return {
    counts: eventsOf(history, 'encounter.sheetsCounted/1').map((event) => {
      const { handedIn, blank, presence } = event.data as DataOf<typeof sheetsCounted>;
      return { ...happening(event), handedIn, blank, presence };
    }),
    entries: eventsOf(history, 'encounter.sheetsEntered/1').map((event) => {
      const { entered, unreadable, missing } = event.data as DataOf<typeof sheetsEntered>;
      return { ...happening(event), entered, unreadable, missing, difference: words<Text>(event, 'difference') };
    }),
    difference,
    holdsBack: difference !== null && difference !== 0 && facts.entered?.explained !== true,
  };
}
