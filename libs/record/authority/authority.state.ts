import type { Setting, SettingValue } from '@fil/facts/codes/authority';
import type { AUTHORITY_EVENTS, deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Decider, RecordedOf } from '../deciding/decider';
import { authorisationsAfter, type DisclosureAuthorisation } from './disclosure-authorisation';

export interface TerritoryState {
  readonly ended: boolean;
  /** Inhabitants; null when not stated. */
  readonly population: number | null;
}

export interface SessionState {
  readonly body: string;
  /** The date it has now, `YYYY-MM-DD`. */
  readonly on: string;
  readonly cancelled: boolean;
}

export type DeadlineRuleVersion = DataOf<typeof deadlineRuleAdopted>;

export interface DeadlineRuleState {
  /** From the first to the current one: version n stands at n − 1. */
  readonly versions: readonly DeadlineRuleVersion[];
  /** Last day on which a trigger falls under the rule, once it has ended. */
  readonly endedOn: string | null;
}

export interface MandateState {
  /** The body that was elected. */
  readonly body: string;
  readonly began: string;
  readonly reviewBy: string;
}

export interface PreElectionPeriod {
  readonly from: string;
  readonly to: string;
}

/** What other rules may need of an authority: which codes exist, and which have ended. Codes are never reused. */
export interface AuthorityState {
  readonly exists: boolean;
  readonly siret: string | null;
  readonly bodies: ReadonlyMap<string, 'active' | 'ended'>;
  readonly functions: ReadonlyMap<string, 'active' | 'ended'>;
  /** A merged theme names the one it went into. */
  readonly themes: ReadonlyMap<string, { readonly mergedInto: string | null }>;
  readonly territories: ReadonlyMap<string, TerritoryState>;
  readonly sessions: ReadonlyMap<string, SessionState>;
  readonly deadlineRules: ReadonlyMap<string, DeadlineRuleState>;
  readonly listeningPoints: ReadonlyMap<string, 'active' | 'ended'>;
  readonly mandates: ReadonlyMap<string, MandateState>;
  readonly preElectionPeriods: ReadonlyMap<string, PreElectionPeriod>;
  readonly disclosureAuthorisations: ReadonlyMap<string, DisclosureAuthorisation>;
  /** Only those that were changed: see `settingByDefault`. */
  readonly settings: ReadonlyMap<Setting, SettingValue>;
}

const having = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);

export const authority: Decider<AuthorityState> = {
  initial: {
    exists: false,
    siret: null,
    bodies: new Map(),
    functions: new Map(),
    themes: new Map(),
    territories: new Map(),
    sessions: new Map(),
    deadlineRules: new Map(),
    listeningPoints: new Map(),
    mandates: new Map(),
    preElectionPeriods: new Map(),
    disclosureAuthorisations: new Map(),
    settings: new Map(),
  },
  evolve: (state: AuthorityState, event: RecordedOf<(typeof AUTHORITY_EVENTS)[number]>): AuthorityState => {
    switch (event.type) {
      case 'authority.registered/2':
        return { ...state, exists: true, siret: event.data.siret ?? null };
      case 'authority.bodyNamed/1':
        return { ...state, bodies: having(state.bodies, event.data.body, 'active') };
      case 'authority.bodyEnded/1':
        return { ...state, bodies: having(state.bodies, event.data.body, 'ended') };
      case 'authority.functionCreated/1':
        return { ...state, functions: having(state.functions, event.data.function, 'active') };
      case 'authority.functionEnded/1':
        return { ...state, functions: having(state.functions, event.data.function, 'ended') };
      case 'authority.themeAdded/1':
        return { ...state, themes: having(state.themes, event.data.theme, { mergedInto: null }) };
      case 'authority.themeMerged/1':
        return { ...state, themes: having(state.themes, event.data.theme, { mergedInto: event.data.into }) };
      case 'authority.territoryAdded/1': {
        const { territory, population = null } = event.data;
        return { ...state, territories: having(state.territories, territory, { ended: false, population }) };
      }
      case 'authority.territoryEnded/1': {
        const { territory } = event.data;
        const { population = null } = state.territories.get(territory) ?? {};
        return { ...state, territories: having(state.territories, territory, { ended: true, population }) };
      }
      case 'authority.sessionScheduled/1': {
        const { session, body, on } = event.data;
        return { ...state, sessions: having(state.sessions, session, { body, on, cancelled: false }) };
      }
      case 'authority.sessionMoved/1':
        return withSession(state, event.data.session, { on: event.data.to });
      case 'authority.sessionCancelled/1':
        return withSession(state, event.data.session, { cancelled: true });
      case 'authority.deadlineRuleAdopted/1':
      case 'authority.deadlineRuleAmended/1': {
        const { versions = [] } = state.deadlineRules.get(event.data.rule) ?? {};
        const rule = { versions: [...versions, event.data], endedOn: null };
        return { ...state, deadlineRules: having(state.deadlineRules, event.data.rule, rule) };
      }
      case 'authority.deadlineRuleEnded/1': {
        const { rule, validTo } = event.data;
        const { versions = [] } = state.deadlineRules.get(rule) ?? {};
        return { ...state, deadlineRules: having(state.deadlineRules, rule, { versions, endedOn: validTo }) };
      }
      case 'authority.listeningPointDeclared/1':
        return { ...state, listeningPoints: having(state.listeningPoints, event.data.point, 'active') };
      case 'authority.listeningPointClosed/1':
        return { ...state, listeningPoints: having(state.listeningPoints, event.data.point, 'ended') };
      case 'authority.mandateBegan/1': {
        const { mandate, body, began, reviewBy } = event.data;
        return { ...state, mandates: having(state.mandates, mandate, { body, began, reviewBy }) };
      }
      case 'authority.preElectionPeriodDeclared/1': {
        const { period, from, to } = event.data;
        return { ...state, preElectionPeriods: having(state.preElectionPeriods, period, { from, to }) };
      }
      case 'authority.disclosureAuthorisationGiven/1':
      case 'authority.disclosureAuthorisationEnded/1':
        return { ...state, disclosureAuthorisations: authorisationsAfter(state.disclosureAuthorisations, event) };
      case 'authority.settingChanged/1':
        return { ...state, settings: having(state.settings, event.data.setting, event.data.to) };
      default:
        return state;
    }
  },
};

function withSession(state: AuthorityState, session: string, change: Partial<SessionState>): AuthorityState {
  const before = state.sessions.get(session);
  return before ? { ...state, sessions: having(state.sessions, session, { ...before, ...change }) } : state;
}
