import type { AuthorKind, Channel, ContributionKind, Sensitivity } from '@fil/facts/codes/contribution';
import type { Outcome, Standing } from '@fil/facts/codes/outcome';
import { parisDay } from '@fil/facts/dates/paris-day';
import type { When } from '@fil/facts/dates/when';
import type { CONTRIBUTION_EVENTS } from '@fil/facts/events/contribution.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decider, RecordedOf } from '../deciding/decider';
import { evolveModeration, moderationAtDeposit, type ModerationState } from './moderation.state';
import { evolveWords, wordsRecorded, type WordsState } from './words.state';

/** When an answer was written, the function that decided it, and in which capacity it was given. */
export interface Given {
  /** Instant. */
  readonly at: string;
  readonly decidedBy: string | null;
  readonly actor: Actor;
}

export const givenIn = ({ at, actor, data }: RecordedEvent<{ readonly decidedBy?: string }>): Given => ({
  at,
  decidedBy: data.decidedBy ?? null,
  actor,
});

/** The answer that stands for one point. */
export interface CurrentAnswer {
  readonly event: string;
  readonly outcome: Outcome;
  readonly mergedInto: string | null;
  /** The common answer it comes from, and at which revision of the synthesis; null for an answer of her own. */
  readonly common: { readonly synthesis: string; readonly rev: number } | null;
  readonly given: Given;
}

export interface PointState {
  readonly answer: CurrentAnswer | null;
  /** Passed on to another authority since the answer, or instead of one. */
  readonly transferred: boolean;
  readonly syntheses: ReadonlySet<string>;
}

export interface RecordedContribution {
  readonly exists: true;
  readonly consultation: string;
  readonly sensitivity: Sensitivity;
  readonly kind: ContributionKind;
  readonly channel: Channel;
  readonly authorKind: AuthorKind | null;
  readonly themes: readonly string[];
  readonly receivedOn: string | null;
  /** The day it came, as precisely as is known: where no other is stated, the day it is recorded for. */
  readonly cameOn: When;
  readonly territory: string | null;
  /** Taken over from another system: nobody holds an author's key, and it counts as published where it comes from. */
  readonly takenOver: boolean;
  readonly hasAuthorKey: boolean;
  /** The event that recorded it, the body that wrote it, and when. */
  readonly recorded: { readonly event: string; readonly body: string | null; readonly at: string };
  readonly admitted: boolean;
  readonly withdrawn: boolean;
  readonly voided: boolean;
  /** How many points were marked; with none, the whole is point 1. */
  readonly pointsMarked: number;
  /** Only the points of which there is something to say: see `pointOf`. */
  readonly points: ReadonlyMap<number, PointState>;
  /** Events its author may contest. */
  readonly contestable: ReadonlyMap<string, 'grouping' | 'outcome' | 'redaction'>;
  readonly contested: ReadonlySet<string>;
  /** Decisions and commitments that an answer ever named. */
  readonly namedInAnswers: ReadonlySet<string>;
  readonly words: WordsState;
  readonly moderation: ModerationState;
}

export type ContributionState = { readonly exists: false } | RecordedContribution;
type ContributionEvent = RecordedOf<(typeof CONTRIBUTION_EVENTS)[number]>;
type Of<T extends ContributionEvent['type']> = Extract<ContributionEvent, { type: T }>;

export const contribution: Decider<ContributionState> = {
  initial: { exists: false },
  evolve: (state: ContributionState, event: ContributionEvent): ContributionState => {
    if (event.type === 'contribution.recorded/2') return recorded(event);
    if (!state.exists) return state;
    const words = evolveWords(state.words, event);
    return { ...changed(state, event), words, moderation: evolveModeration(state.moderation, event) };
  },
  /** The uuid of the contribution: nothing ties it to what the same person wrote elsewhere. */
  concealment: (state) =>
    state.exists && hasLimitedAccess(state)
      ? { consultation: state.consultation, sensitivity: state.sensitivity }
      : null,
};

/** Nothing of it is told before an authorisation: it is answered by itself, and named nowhere else. */
export const hasLimitedAccess = ({ sensitivity, moderation }: RecordedContribution): boolean =>
  sensitivity !== 'public' && !moderation.disclosed;

const UNTOUCHED: PointState = { answer: null, transferred: false, syntheses: new Set() };

export const pointOf = (state: RecordedContribution, point: number): PointState => state.points.get(point) ?? UNTOUCHED;

export const hasPoint = (state: RecordedContribution, point: number): boolean =>
  point >= 1 && point <= Math.max(1, state.pointsMarked);

/** Where a point stands (02 §3): an answer given, or what is read from the contribution's own events. */
export function standingOf(state: RecordedContribution, point: number): Standing {
  if (state.withdrawn) return 'withdrawn';
  if (state.moderation.inadmissible !== null) return 'inadmissible';
  const { answer, transferred } = pointOf(state, point);
  return transferred ? 'transferred' : (answer?.outcome ?? 'pending');
}

const recorded = ({
  id,
  at,
  occurredOn,
  actor,
  data,
  sealed,
}: Of<'contribution.recorded/2'>): RecordedContribution => ({
  exists: true,
  consultation: data.consultation,
  sensitivity: data.sensitivity,
  kind: data.kind,
  channel: data.channel,
  authorKind: data.authorKind ?? null,
  themes: data.themes,
  receivedOn: data.receivedOn ?? null,
  cameOn: data.receivedOn ?? occurredOn ?? parisDay(at),
  territory: data.territory ?? null,
  takenOver: data.takenOver !== undefined,
  hasAuthorKey: data.takenOver === undefined,
  recorded: { event: id, body: actor.body, at },
  admitted: false,
  withdrawn: false,
  voided: false,
  pointsMarked: 0,
  points: new Map(),
  contestable: new Map(),
  contested: new Set(),
  namedInAnswers: new Set(),
  words: wordsRecorded(id),
  moderation: moderationAtDeposit(id, data.rulesVersion ?? null, sealed),
});

function changed(state: RecordedContribution, event: ContributionEvent): RecordedContribution {
  switch (event.type) {
    case 'contribution.admitted/1':
      return { ...state, admitted: true };
    case 'contribution.pointMarked/1':
      return { ...state, pointsMarked: Math.max(state.pointsMarked, event.data.point) };
    case 'contribution.groupedInto/1': {
      const { point, synthesis } = event.data;
      const syntheses = new Set(pointOf(state, point).syntheses).add(synthesis);
      return {
        ...withPoint(state, point, { syntheses }),
        contestable: having(state.contestable, event.id, 'grouping'),
      };
    }
    case 'contribution.removedFrom/1': {
      const { point, synthesis } = event.data;
      const syntheses = new Set(pointOf(state, point).syntheses);
      syntheses.delete(synthesis);
      return withPoint(state, point, { syntheses });
    }
    case 'contribution.outcomeGiven/1':
      return answered(state, event);
    case 'contribution.transferred/1':
      return pointsMeant(state, event.data.point).reduce(
        (s, point) => withPoint(s, point, { transferred: true }),
        state,
      );
    case 'contribution.contested/1':
      return { ...state, contested: new Set(state.contested).add(event.data.event) };
    case 'contribution.withdrawn/1':
      return { ...state, withdrawn: true };
    case 'contribution.voided/1':
      return { ...state, voided: true };
    case 'contribution.notPublished/1':
    case 'contribution.declaredInadmissible/1':
      return { ...state, admitted: false };
    case 'contribution.redacted/1':
      return { ...state, contestable: having(state.contestable, event.id, 'redaction') };
    case 'contribution.themesAssigned/1':
      return { ...state, themes: event.data.to };
    case 'contribution.authorKeyReplaced/1':
      return { ...state, hasAuthorKey: true };
    case 'contribution.entryCorrected/1': {
      const { kind, channel, themes, receivedOn, territory } = event.data;
      return {
        ...state,
        kind: kind ?? state.kind,
        channel: channel ?? state.channel,
        themes: themes ?? state.themes,
        receivedOn: receivedOn ?? state.receivedOn,
        cameOn: receivedOn ?? state.cameOn,
        // Null says that there should be none.
        territory: territory === undefined ? state.territory : territory,
      };
    }
    default:
      return state;
  }
}

function answered(state: RecordedContribution, event: Of<'contribution.outcomeGiven/1'>): RecordedContribution {
  const { id, data } = event;
  const { point, outcome, mergedInto, common, decision, commitments } = data;
  const answer: CurrentAnswer = {
    event: id,
    outcome,
    mergedInto: mergedInto ?? null,
    common: common ? { synthesis: common.synthesis, rev: common.rev } : null,
    given: givenIn(event),
  };
  return {
    ...withPoint(state, point, { answer, transferred: false }),
    contestable: having(state.contestable, id, 'outcome'),
    namedInAnswers: new Set([...state.namedInAnswers, ...commitments, ...(decision ? [decision] : [])]),
  };
}

/** The points an event speaks of: the one it names, else all. */
export const pointsMeant = (state: RecordedContribution, point: number | undefined): number[] =>
  point === undefined ? Array.from({ length: Math.max(1, state.pointsMarked) }, (_, n) => n + 1) : [point];

const withPoint = (state: RecordedContribution, point: number, change: Partial<PointState>): RecordedContribution => ({
  ...state,
  points: having(state.points, point, { ...pointOf(state, point), ...change }),
});

const having = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);
