import type { COUNTED_PUBLICS, Level, PUBLIC_CRITERIA, WORDS_PUBLIC } from '@fil/facts/codes/consultation';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import type { CONSULTATION_EVENTS } from '@fil/facts/events/consultation.events';
import type { DocumentKind } from '@fil/facts/codes/consultation';
import { promising, type AddresseeFacts } from '@fil/facts/figures/consultation-facts';
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

export interface RulesVersion {
  readonly version: number;
  /** First day on which somebody may have accepted it. */
  readonly publishedOn: string;
}

export interface LabelContest {
  readonly document: string;
  readonly settled: boolean;
}

export interface OpenedConsultation {
  readonly exists: true;
  readonly organiser: string;
  readonly level: Level;
  readonly addressees: readonly AddresseeFacts[];
  /** Codes of the mandate as it stands: what is open, and what is not. */
  readonly openPoints: ReadonlySet<string>;
  readonly constraints: ReadonlySet<string>;
  /** Steps of the declared decision path as it stands. */
  readonly steps: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  /** Codes the mandate ever had: one is never given to something else. */
  readonly everOpenPoints: ReadonlySet<string>;
  readonly everConstraints: ReadonlySet<string>;
  /** Those an answer has invoked: they stay. */
  readonly invoked: { readonly openPoints: ReadonlySet<string>; readonly constraints: ReadonlySet<string> };
  readonly answersBegan: boolean;
  readonly wordsPublic: (typeof WORDS_PUBLIC)[number];
  readonly recordedAfterwards: boolean;
  /** How long an author may ask for re-examination, as the mandate says it; null where it does not. */
  readonly appealWithin: { readonly amount: number; readonly unit: 'calendarDays' | 'weeks' | 'months' } | null;
  readonly takenOver: boolean;
  /** In the order in which they were opened. */
  readonly deposits: readonly DepositPeriod[];
  /** Version n stands at n − 1. */
  readonly rules: readonly RulesVersion[];
  /** By the event that published it. */
  readonly documents: ReadonlyMap<string, DocumentKind>;
  /** By the event that contested. */
  readonly labelContests: ReadonlyMap<string, LabelContest>;
  /** Events that stand: none has replaced them as entered in error. */
  readonly meansReports: ReadonlySet<string>;
  readonly publicsReports: ReadonlyMap<string, PublicsTold>;
  readonly signatureCounts: ReadonlySet<string>;
  /** What guarantors said of earlier amendments: it serves once. */
  readonly guarantorEventsUsed: ReadonlySet<string>;
  /** Encounters announced: there may be no other. */
  readonly encounters: readonly string[];
}

/** A table of publics reached, as far as another one could tell what it hides. */
export interface PublicsTold {
  readonly of: (typeof COUNTED_PUBLICS)[number];
  /** Null: the consultation as a whole. */
  readonly encounter: string | null;
  readonly criteria: ReadonlySet<(typeof PUBLIC_CRITERIA)[number]>;
  readonly hidesSome: boolean;
}

export type ConsultationState = { readonly exists: false } | OpenedConsultation;

type ConsultationEvent = RecordedOf<(typeof CONSULTATION_EVENTS)[number]>;
type Of<T extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: T }>;

export const consultation: Decider<ConsultationState> = {
  initial: { exists: false },
  evolve: (state: ConsultationState, event: ConsultationEvent): ConsultationState => {
    if (event.type === 'consultation.opened/2') return opened(event);
    return state.exists ? changed(state, event) : state;
  },
};

function changed(state: OpenedConsultation, event: ConsultationEvent): OpenedConsultation {
  switch (event.type) {
    case 'consultation.depositOpened/1': {
      const period = { openedOn: firstDay(happenedOn(event)), until: event.data.until ?? null, closedOn: null };
      return { ...state, deposits: [...state.deposits, period] };
    }
    case 'consultation.depositClosed/1':
      return withLastDeposit(state, (last) => {
        const day = lastDay(happenedOn(event));
        return { ...last, closedOn: last.until !== null && last.until < day ? last.until : day };
      });
    case 'consultation.periodExtended/1':
      return withLastDeposit(state, (last) => ({ ...last, until: event.data.until }));
    case 'consultation.mandateAmended/1':
      return amended(state, event);
    case 'consultation.addresseeJoined/1': {
      const { authority, promise } = event.data;
      return { ...state, addressees: promising(state.addressees, authority, promise ?? null) };
    }
    case 'consultation.rulesPublished/1': {
      const published = { version: event.data.version, publishedOn: firstDay(happenedOn(event)) };
      return { ...state, rules: [...state.rules, published] };
    }
    case 'consultation.meansReported/1':
      return { ...state, meansReports: standing(state.meansReports, event) };
    case 'consultation.publicsReported/1':
      return { ...state, publicsReports: publicsAfter(state.publicsReports, event) };
    case 'consultation.signaturesCounted/1':
      return { ...state, signatureCounts: standing(state.signatureCounts, event) };
    case 'consultation.documentPublished/1':
      return { ...state, documents: having(state.documents, event.id, event.data.kind) };
    case 'consultation.labelContested/1': {
      const contest = { document: event.data.document, settled: false };
      return { ...state, labelContests: having(state.labelContests, event.id, contest) };
    }
    case 'consultation.labelUpheld/1':
      return settled(state, event.data);
    case 'consultation.labelCorrected/1': {
      const documents = having(state.documents, event.data.document, 'communication');
      return { ...settled(state, event.data), documents };
    }
    case 'consultation.encounterAnnounced/1':
      return { ...state, encounters: [...state.encounters, event.data.encounter] };
    case 'consultation.answersBegan/1':
      return { ...state, answersBegan: true };
    case 'consultation.mandateInvoked/1': {
      const { openPoint, constraint } = event.data;
      return {
        ...state,
        invoked: {
          openPoints:
            openPoint === undefined ? state.invoked.openPoints : adding(state.invoked.openPoints, [openPoint]),
          constraints:
            constraint === undefined ? state.invoked.constraints : adding(state.invoked.constraints, [constraint]),
        },
      };
    }
    default:
      return state;
  }
}

const opened = ({ data }: Of<'consultation.opened/2'>): OpenedConsultation => {
  const openPoints = new Set(data.openPoints.map(({ id }) => id));
  const constraints = new Set(data.constraints.map(({ id }) => id));
  return {
    exists: true,
    organiser: data.organiser,
    level: data.level,
    addressees: data.addressees.map(({ authority, promise }) => ({ authority, promise: promise ?? null })),
    openPoints,
    constraints,
    steps: new Set(data.decisionPath.map(({ step }) => step)),
    themes: new Set(data.themes),
    channels: new Set(data.channels),
    everOpenPoints: openPoints,
    everConstraints: constraints,
    invoked: { openPoints: new Set(), constraints: new Set() },
    answersBegan: false,
    wordsPublic: data.wordsPublic,
    recordedAfterwards: data.recordedAfterwards ?? false,
    appealWithin: data.appealWithin ?? null,
    takenOver: data.takenOver !== undefined,
    deposits: [],
    rules: [],
    documents: new Map(),
    labelContests: new Map(),
    meansReports: new Set(),
    publicsReports: new Map(),
    signatureCounts: new Set(),
    guarantorEventsUsed: new Set(),
    encounters: [],
  };
};

function amended(state: OpenedConsultation, { data }: Of<'consultation.mandateAmended/1'>): OpenedConsultation {
  const openPoints = (data.openPointsAdded ?? []).map(({ id }) => id);
  const constraints = (data.constraintsAdded ?? []).map(({ id }) => id);
  return {
    ...state,
    openPoints: adding(without(state.openPoints, data.openPointsRemoved), openPoints),
    constraints: adding(without(state.constraints, data.constraintsRemoved), constraints),
    everOpenPoints: adding(state.everOpenPoints, openPoints),
    everConstraints: adding(state.everConstraints, constraints),
    steps: data.decisionPath ? new Set(data.decisionPath.map(({ step }) => step)) : state.steps,
    channels: data.channels ? new Set(data.channels) : state.channels,
    guarantorEventsUsed: adding(state.guarantorEventsUsed, data.guarantor ? [data.guarantor.event] : []),
    themes: data.themes ? new Set(data.themes) : state.themes,
    addressees: (data.promises ?? []).reduce(
      (all, { authority, promise }) => promising(all, authority, promise),
      state.addressees,
    ),
  };
}

function publicsAfter(
  before: OpenedConsultation['publicsReports'],
  { id, data }: Of<'consultation.publicsReported/1'>,
): OpenedConsultation['publicsReports'] {
  const { of, encounter = null, rowsBy, columnsBy, cells, rowTotals, columnTotals, total } = data;
  const told: PublicsTold = {
    of,
    encounter,
    criteria: new Set(columnsBy === undefined ? [rowsBy] : [rowsBy, columnsBy]),
    hidesSome: [...cells, ...rowTotals, ...columnTotals, total].includes(null),
  };
  const after = new Map(before).set(id, told);
  if (data.enteredInError) after.delete(data.enteredInError.event);
  return after;
}

const settled = (state: OpenedConsultation, { contest, document }: { contest: string; document: string }) => ({
  ...state,
  labelContests: having(state.labelContests, contest, { document, settled: true }),
});

function withLastDeposit(
  state: OpenedConsultation,
  change: (last: DepositPeriod) => DepositPeriod,
): OpenedConsultation {
  const last = state.deposits.at(-1);
  return last ? { ...state, deposits: [...state.deposits.slice(0, -1), change(last)] } : state;
}

/** The new one, without the one it replaces. */
const standing = (
  events: ReadonlySet<string>,
  { id, data }: Pick<ConsultationEvent, 'id' | 'data'>,
): ReadonlySet<string> => adding(without(events, data.enteredInError ? [data.enteredInError.event] : []), [id]);

const having = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);
const adding = (set: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> => new Set([...set, ...more]);
const without = (set: ReadonlySet<string>, gone: readonly string[] = []): ReadonlySet<string> =>
  new Set([...set].filter((one) => !gone.includes(one)));

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

/** The version of the rules in force on a day; null before the first. */
export const rulesInForce = (state: OpenedConsultation, day: string): number | null =>
  state.rules.findLast(({ publishedOn }) => publishedOn <= day)?.version ?? null;
