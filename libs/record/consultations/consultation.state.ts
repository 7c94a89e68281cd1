import type { Level, WORDS_PUBLIC } from '@fil/facts/codes/consultation';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import type { CONSULTATION_EVENTS } from '@fil/facts/events/consultation.events';
import type { AnswerPromise } from '@fil/facts/figures/answer-due';
import { happenedOn } from '@fil/log/event-store/recorded-event';
import type { Decider, RecordedOf } from '../deciding/decider';

/** A time during which contributions could be deposited; days `YYYY-MM-DD`, both included. */
export interface DepositPeriod {
  readonly openedOn: string;
  /** Last day announced when it was opened. */
  readonly until: string | null;
  /** Last day; null while nobody has closed it. Never after `until`. */
  readonly closedOn: string | null;
}

export interface OpenedConsultation {
  readonly exists: true;
  readonly organiser: string;
  readonly level: Level;
  readonly addressees: readonly { readonly authority: string; readonly promise: AnswerPromise | null }[];
  /** Codes of the mandate: what is open, and what is not. */
  readonly openPoints: ReadonlySet<string>;
  readonly constraints: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly wordsPublic: (typeof WORDS_PUBLIC)[number];
  readonly recordedAfterwards: boolean;
  readonly takenOver: boolean;
  /** In the order in which they were opened. */
  readonly deposits: readonly DepositPeriod[];
}

export type ConsultationState = { readonly exists: false } | OpenedConsultation;

type ConsultationEvent = RecordedOf<(typeof CONSULTATION_EVENTS)[number]>;

export const consultation: Decider<ConsultationState> = {
  initial: { exists: false },
  evolve: (state: ConsultationState, event: ConsultationEvent): ConsultationState => {
    if (event.type === 'consultation.opened/1') return opened(event);
    if (!state.exists) return state;
    switch (event.type) {
      case 'consultation.depositOpened/1': {
        const period = { openedOn: firstDay(happenedOn(event)), until: event.data.until ?? null, closedOn: null };
        return { ...state, deposits: [...state.deposits, period] };
      }
      case 'consultation.depositClosed/1': {
        const last = state.deposits.at(-1);
        if (!last) return state;
        const day = lastDay(happenedOn(event));
        const closedOn = last.until !== null && last.until < day ? last.until : day;
        return { ...state, deposits: [...state.deposits.slice(0, -1), { ...last, closedOn }] };
      }
      default:
        return state;
    }
  },
};

const opened = ({ data }: Extract<ConsultationEvent, { type: 'consultation.opened/1' }>): OpenedConsultation => ({
  exists: true,
  organiser: data.organiser,
  level: data.level,
  addressees: data.addressees.map(({ authority, promise }) => ({ authority, promise: promise ?? null })),
  openPoints: new Set(data.openPoints.map(({ id }) => id)),
  constraints: new Set(data.constraints.map(({ id }) => id)),
  themes: new Set(data.themes),
  channels: new Set(data.channels),
  wordsPublic: data.wordsPublic,
  recordedAfterwards: data.recordedAfterwards ?? false,
  takenOver: data.takenOver !== undefined,
  deposits: [],
});

/** Last day of a period, announced or declared; null while it has none. */
const endOf = ({ until, closedOn }: DepositPeriod): string | null => closedOn ?? until;

/** Whether contributions could be deposited on that day: a letter that came in time may be entered after the close. */
export const isDepositOpenOn = (state: OpenedConsultation, day: string): boolean =>
  state.deposits.some((period) => period.openedOn <= day && day <= (endOf(period) ?? day));

/** The last closing day; null when no deposit was opened, or when one may still go on. */
export function lastClosingDay(state: OpenedConsultation, today: string): string | null {
  const last = state.deposits.at(-1);
  if (!last) return null;
  if (last.closedOn !== null) return last.closedOn;
  return last.until !== null && last.until < today ? last.until : null;
}
