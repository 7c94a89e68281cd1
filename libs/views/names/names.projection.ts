/** The names that every page needs: of authorities, bodies, functions and themes, and of consultations with their due date. */
import type {
  authorityRegistered,
  bodyNamed,
  bodyRenamed,
  functionCreated,
  themeAdded,
  themeMerged,
  themeRenamed,
} from '@fil/facts/events/authority.events';
import type { consultationOpened } from '@fil/facts/events/consultation.events';
import {
  consultationDueOn,
  evolveConsultation,
  isPromised,
  type ConsultationFacts,
} from '@fil/facts/figures/consultation-facts';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Fold, Projection } from '@fil/log/projections/projection';
import type { Opened, OpenedEvent } from '@fil/log/vault/vault';
import type { NameBook } from './named';

export interface AuthorityNames extends NameBook {
  readonly siret: string | null;
  readonly name: Opened<Text> | null;
  /** Merged themes, each with the one it went into. */
  readonly merged: Readonly<Record<string, string>>;
}

const NO_NAMES: AuthorityNames = { siret: null, name: null, bodies: {}, functions: {}, themes: {}, merged: {} };

/** Codes of an authority are lower-case letters, digits and hyphens: none is a name of Object.prototype but `constructor`. */
const naming = (names: NameBook['bodies'], code: string | undefined, event: OpenedEvent): NameBook['bodies'] => {
  const name = event.words['name'] as Opened<Text> | undefined;
  return code === undefined || name === undefined ? names : { ...names, [code]: name };
};

const authorityFold: Fold<AuthorityNames> = {
  aggregate: 'authority',
  table: { name: 'names_authority' },
  evolve(before, event) {
    const state = before ?? NO_NAMES;
    switch (event.type) {
      case 'authority.registered/2': {
        const { siret } = event.data as KnownData<typeof authorityRegistered>;
        return { ...state, siret: siret ?? null, name: (event.words['name'] as Opened<Text> | undefined) ?? null };
      }
      case 'authority.bodyNamed/1':
      case 'authority.bodyRenamed/1':
        return {
          ...state,
          bodies: naming(state.bodies, (event.data as KnownData<typeof bodyNamed | typeof bodyRenamed>).body, event),
        };
      case 'authority.functionCreated/1':
        return {
          ...state,
          functions: naming(state.functions, (event.data as KnownData<typeof functionCreated>).function, event),
        };
      case 'authority.themeAdded/1':
      case 'authority.themeRenamed/1':
        return {
          ...state,
          themes: naming(state.themes, (event.data as KnownData<typeof themeAdded | typeof themeRenamed>).theme, event),
        };
      case 'authority.themeMerged/1': {
        const { theme, into } = event.data as KnownData<typeof themeMerged>;
        return theme === undefined || into === undefined
          ? state
          : { ...state, merged: { ...state.merged, [theme]: into } };
      }
      default:
        return state;
    }
  },
};

export interface ConsultationName {
  readonly title: Opened<Text> | null;
  readonly organiser: string | null;
  readonly facts: ConsultationFacts | null;
}

const consultationFold: Fold<ConsultationName> = {
  aggregate: 'consultation',
  table: { name: 'names_consultation', columns: { due_on: 'date', promised: 'boolean NOT NULL' } },
  evolve(before, event) {
    const facts = evolveConsultation(before?.facts ?? null, event);
    if (event.type !== 'consultation.opened/2') {
      if (before && facts === before.facts) return before;
      return { title: null, organiser: null, ...before, facts };
    }
    const { organiser } = event.data as KnownData<typeof consultationOpened>;
    return { title: (event.words['title'] as Opened<Text> | undefined) ?? null, organiser: organiser ?? null, facts };
  },
  row: ({ facts }) => ({ due_on: consultationDueOn(facts), promised: facts !== null && isPromised(facts) }),
};

export const NAMES: Projection = { name: 'names', version: 2, folds: [authorityFold, consultationFold] };
