/** What the figures need of an encounter: whether it was held, with how many, and what became of its sheets. */
import type { CountWitness, EncounterFormat } from '../codes/encounter';
import type { When } from '../dates/when';
import type {
  encounterHeld,
  encounterPlanned,
  encounterPostponed,
  sheetsCounted,
  sheetsEntered,
  slipsAllocated,
} from '../events/encounter.events';
import { happened, type FactEvent, type KnownData } from './fact-event';

/** JSON-serialisable. */
export interface EncounterFacts {
  readonly consultation: string;
  readonly format: EncounterFormat;
  /** When it is, or was, to take place; null while that is not known. */
  readonly expectedOn: When | null;
  readonly cancelled: boolean;
  readonly heldOn: When | null;
  readonly participants: number | null;
  /** The number of participants is an estimate. */
  readonly approximate: boolean;
  readonly tables: number | null;
  /** Numbers set apart for printed slips: the index of the entry, the first number, how many. */
  readonly slipBlocks: readonly { readonly block: number; readonly from: number; readonly count: number }[];
  /** The last count. */
  readonly counted: {
    readonly handedIn: number;
    readonly blank: number;
    readonly presence: readonly CountWitness[];
  } | null;
  readonly entered: {
    readonly entered: number;
    readonly unreadable: number;
    readonly missing: readonly number[];
    readonly explained: boolean;
  } | null;
}

/** One fact more. Null before `encounter.planned`. */
export function evolveEncounter(facts: EncounterFacts | null, event: FactEvent): EncounterFacts | null {
  if (event.type === 'encounter.planned/1') return planned(event.data);
  return facts && changed(facts, event);
}

function planned(data: KnownData<typeof encounterPlanned>): EncounterFacts | null {
  const { consultation, format, expectedOn } = data;
  if (consultation === undefined || format === undefined) return null;
  return {
    consultation,
    format,
    expectedOn: expectedOn ?? null,
    cancelled: false,
    heldOn: null,
    participants: null,
    approximate: false,
    tables: null,
    slipBlocks: [],
    counted: null,
    entered: null,
  };
}

function changed(facts: EncounterFacts, event: FactEvent): EncounterFacts {
  switch (event.type) {
    case 'encounter.postponed/1':
      return { ...facts, expectedOn: (event.data as KnownData<typeof encounterPostponed>).to ?? null };
    case 'encounter.cancelled/1':
      return { ...facts, cancelled: true };
    case 'encounter.slipsAllocated/1': {
      const { from = 1, count = 0 } = event.data as KnownData<typeof slipsAllocated>;
      return { ...facts, slipBlocks: [...facts.slipBlocks, { block: event.index, from, count }] };
    }
    case 'encounter.held/1': {
      const { participants, approximate, tables } = event.data as KnownData<typeof encounterHeld>;
      return {
        ...facts,
        heldOn: happened(event),
        participants: participants ?? null,
        approximate: approximate ?? false,
        tables: tables ?? null,
      };
    }
    case 'encounter.sheetsCounted/1': {
      const { handedIn = 0, blank = 0, presence = [] } = event.data as KnownData<typeof sheetsCounted>;
      // What was said of another count explains nothing of this one.
      const entered = facts.entered && { ...facts.entered, explained: false };
      return { ...facts, counted: { handedIn, blank, presence }, entered };
    }
    case 'encounter.sheetsEntered/1': {
      const {
        entered = 0,
        unreadable = 0,
        missing = [],
        differenceExplained,
      } = event.data as KnownData<typeof sheetsEntered>;
      return { ...facts, entered: { entered, unreadable, missing, explained: differenceExplained ?? false } };
    }
    default:
      return facts;
  }
}

/** Sheets handed in that are neither blank, nor entered, nor unreadable; under 0 when more were entered than counted. */
export const sheetsUnaccounted = ({
  counted,
  entered,
}: {
  readonly counted: { readonly handedIn: number; readonly blank: number } | null;
  readonly entered: { readonly entered: number; readonly unreadable: number } | null;
}): number =>
  counted === null ? 0 : counted.handedIn - counted.blank - (entered ? entered.entered + entered.unreadable : 0);
