import type { AUTHORITY_EVENTS } from '@fil/facts/events/authority.events';
import type { Decider, RecordedOf } from '../deciding/decider';

/** What other rules may need of an authority: which codes exist, and which have ended. Codes are never reused. */
export interface AuthorityState {
  readonly exists: boolean;
  readonly siret: string | null;
  readonly bodies: ReadonlyMap<string, 'active' | 'ended'>;
  readonly functions: ReadonlyMap<string, 'active' | 'ended'>;
  /** A merged theme names the one it went into. */
  readonly themes: ReadonlyMap<string, { readonly mergedInto: string | null }>;
}

const having = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

export const authority: Decider<AuthorityState> = {
  initial: { exists: false, siret: null, bodies: new Map(), functions: new Map(), themes: new Map() },
  evolve: (state: AuthorityState, event: RecordedOf<(typeof AUTHORITY_EVENTS)[number]>): AuthorityState => {
    switch (event.type) {
      case 'authority.registered/1':
        return { ...state, exists: true, siret: event.data.siret };
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
      default:
        return state;
    }
  },
};
