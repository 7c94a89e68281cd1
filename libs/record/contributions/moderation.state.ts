/** What a contribution's own events say of showing its words: moderation, appeals, redactions, disclosure. */
import type { AppealResult } from '@fil/facts/codes/moderation';
import type { CONTRIBUTION_EVENTS } from '@fil/facts/events/contribution.events';
import type { RecordedOf } from '../deciding/decider';

/** A decision that its author may ask to be re-examined. */
export interface ModerationDecision {
  readonly kind: 'notPublished' | 'inadmissible';
  readonly decidedBy: string;
  /** Last day on which re-examination may be asked for. */
  readonly appealBy: string;
  /** The one request there may be. */
  readonly appeal: string | null;
}

export interface Appeal {
  /** The decision it is about. */
  readonly decision: string;
  readonly opinion: { readonly event: string; readonly opinion: AppealResult } | null;
  readonly decided: boolean;
}

/** An event with words, and where in it they are. */
export interface SealedIn {
  readonly type: string;
  readonly paths: readonly string[];
}

export interface ModerationState {
  /** The version of the rules that was accepted with the deposit. */
  readonly rulesAccepted: number | null;
  /** The decision that stands. */
  readonly inadmissible: string | null;
  readonly notPublished: string | null;
  readonly decisions: ReadonlyMap<string, ModerationDecision>;
  readonly appeals: ReadonlyMap<string, Appeal>;
  /** Kinds of decision that were reversed: they are not taken again. */
  readonly reversed: ReadonlySet<ModerationDecision['kind']>;
  /** By event. */
  readonly sealedIn: ReadonlyMap<string, SealedIn>;
  /** By event, its paths that are redacted. */
  readonly redacted: ReadonlyMap<string, ReadonlySet<string>>;
  /** What had limited access has been made public. */
  readonly disclosed: boolean;
}

type ContributionEvent = RecordedOf<(typeof CONTRIBUTION_EVENTS)[number]>;
type Of<T extends ContributionEvent['type']> = Extract<ContributionEvent, { type: T }>;

export const moderationAtDeposit = (
  event: string,
  rulesAccepted: number | null,
  sealed: Readonly<Record<string, string>>,
): ModerationState => ({
  rulesAccepted,
  inadmissible: null,
  notPublished: null,
  decisions: new Map(),
  appeals: new Map(),
  reversed: new Set(),
  sealedIn: new Map([[event, { type: 'contribution.recorded/2', paths: Object.keys(sealed) }]]),
  redacted: new Map(),
  disclosed: false,
});

export function evolveModeration(before: ModerationState, event: ContributionEvent): ModerationState {
  const { id, type, recordedAs, sealed } = event;
  const words = { type: recordedAs ?? type, paths: Object.keys(sealed) };
  const state = { ...before, sealedIn: having(before.sealedIn, id, words) };
  switch (event.type) {
    case 'contribution.admitted/1':
      // Whatever kept it from being shown, it is shown now.
      return { ...state, notPublished: null };
    case 'contribution.notPublished/1':
      return { ...state, notPublished: id, decisions: having(state.decisions, id, decision('notPublished', event)) };
    case 'contribution.declaredInadmissible/1':
      return { ...state, inadmissible: id, decisions: having(state.decisions, id, decision('inadmissible', event)) };
    case 'contribution.appealLodged/1': {
      const about = state.decisions.get(event.data.event);
      if (!about) return state;
      return {
        ...state,
        appeals: having(state.appeals, id, { decision: event.data.event, opinion: null, decided: false }),
        decisions: having(state.decisions, event.data.event, { ...about, appeal: id }),
      };
    }
    case 'contribution.guarantorOpinionGiven/1':
      return withAppeal(state, event.data.appeal, { opinion: { event: id, opinion: event.data.opinion } });
    case 'contribution.appealDecided/1':
      return appealDecided(state, event);
    case 'contribution.redacted/1': {
      const { event: about, paths } = event.data;
      const all = new Set([...(state.redacted.get(about) ?? []), ...paths]);
      return { ...state, redacted: having(state.redacted, about, all) };
    }
    case 'contribution.disclosureAuthorised/1':
      return { ...state, disclosed: true };
    default:
      return state;
  }
}

const decision = (
  kind: ModerationDecision['kind'],
  { data }: Of<'contribution.notPublished/1' | 'contribution.declaredInadmissible/1'>,
): ModerationDecision => ({ kind, decidedBy: data.decidedBy, appealBy: data.appealBy, appeal: null });

function appealDecided(before: ModerationState, { data }: Of<'contribution.appealDecided/1'>): ModerationState {
  const state = withAppeal(before, data.appeal, { decided: true });
  const about = state.appeals.get(data.appeal)?.decision;
  const decided = about === undefined ? undefined : state.decisions.get(about);
  if (data.result === 'upheld' || !decided) return state;
  return {
    ...state,
    inadmissible: state.inadmissible === about ? null : state.inadmissible,
    notPublished: state.notPublished === about ? null : state.notPublished,
    reversed: new Set(state.reversed).add(decided.kind),
  };
}

function withAppeal(state: ModerationState, appeal: string, change: Partial<Appeal>): ModerationState {
  const before = state.appeals.get(appeal);
  return before ? { ...state, appeals: having(state.appeals, appeal, { ...before, ...change }) } : state;
}

const having = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);
