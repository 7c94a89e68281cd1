import type { ENCOUNTER_EVENTS } from '@fil/facts/events/encounter.events';
import { firstDay } from '@fil/facts/dates/when';
import { sheetsUnaccounted } from '@fil/facts/figures/encounter-facts';
import type { Slip } from '@fil/facts/numbers/slip-number';
import { happenedOn } from '@fil/log/event-store/recorded-event';
import type { Decider, RecordedOf } from '../deciding/decider';

/** Numbers set apart for slips to be printed. */
export interface SlipBlock {
  /** Index of the entry that set them apart: it stands in the numbers that are printed. */
  readonly block: number;
  /** Number in the encounter of its first slip. */
  readonly from: number;
  readonly count: number;
}

export interface PlannedEncounter {
  readonly exists: true;
  readonly consultation: string;
  readonly questions: number;
  readonly cancelled: boolean;
  /** First day on which it may have been held; null while it was not. */
  readonly heldOn: string | null;
  readonly slips: readonly SlipBlock[];
  /** The last count of the sheets handed in. */
  readonly counted: { readonly handedIn: number; readonly blank: number } | null;
  readonly entered: {
    readonly entered: number;
    readonly unreadable: number;
    /** Why they are not as many as the sheets of this count is said. */
    readonly explained: boolean;
  } | null;
}

export type EncounterState = { readonly exists: false } | PlannedEncounter;
type EncounterEvent = RecordedOf<(typeof ENCOUNTER_EVENTS)[number]>;

export const encounter: Decider<EncounterState> = {
  initial: { exists: false },
  evolve: (state: EncounterState, event: EncounterEvent): EncounterState => {
    if (event.type === 'encounter.planned/1') {
      const { consultation, questionCount } = event.data;
      return {
        exists: true,
        consultation,
        questions: questionCount,
        cancelled: false,
        heldOn: null,
        slips: [],
        counted: null,
        entered: null,
      };
    }
    return state.exists ? changed(state, event) : state;
  },
};

function changed(state: PlannedEncounter, event: EncounterEvent): PlannedEncounter {
  switch (event.type) {
    case 'encounter.cancelled/1':
      return { ...state, cancelled: true };
    case 'encounter.slipsAllocated/1': {
      const { from, count } = event.data;
      return { ...state, slips: [...state.slips, { block: event.index, from, count }] };
    }
    case 'encounter.held/1':
      return { ...state, heldOn: firstDay(happenedOn(event)) };
    case 'encounter.sheetsCounted/1': {
      const { handedIn, blank } = event.data;
      // What was said of another count explains nothing of this one.
      return {
        ...state,
        counted: { handedIn, blank },
        entered: state.entered && { ...state.entered, explained: false },
      };
    }
    case 'encounter.sheetsEntered/1': {
      const { entered, unreadable, differenceExplained } = event.data;
      return { ...state, entered: { entered, unreadable, explained: differenceExplained } };
    }
    default:
      return state;
  }
}

/** Whether the collection cannot close because of this encounter (02 §2.2). */
export const sheetsDiffer = (state: PlannedEncounter): boolean =>
  sheetsUnaccounted(state) !== 0 && state.entered?.explained !== true;

/** Number of the last slip set apart; 0 before the first. */
export const lastSlip = ({ slips }: PlannedEncounter): number => {
  const last = slips.at(-1);
  return last ? last.from + last.count - 1 : 0;
};

export const isSlip = ({ slips }: PlannedEncounter, sheet: number): boolean =>
  slips.some(({ from, count }) => from <= sheet && sheet < from + count);

/** Number in the encounter of a printed slip; null when it was never set apart here. */
export function sheetOfSlip({ slips }: PlannedEncounter, { block, place }: Slip): number | null {
  const found = slips.find((one) => one.block === block);
  return found && place <= found.count ? found.from + place - 1 : null;
}
