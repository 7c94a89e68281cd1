/** A projection small enough to be checked by counting, and the events it counts. */
import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { uuidV7 } from '@fil/log/event-store/ids';
import type { Projection } from '@fil/log/projections/projection';
import { fact } from './test-register';

const CONSULTATION = 'consultation-018f6b1e-7c00-7000-8000-000000000001';

/** Keeps of each contribution how many events it has and its title; and every event. */
export const counting = (name: string, more: Partial<Projection['folds'][number]> = {}): Projection => ({
  name,
  version: 1,
  folds: [
    {
      aggregate: 'contribution',
      table: { name: `${name}_object`, columns: { events: 'integer NOT NULL', day: 'date' }, indexes: ['(events)'] },
      evolve: (state: { events: number; title: unknown } | undefined, { words }) => ({
        events: (state?.events ?? 0) + 1,
        title: state ? state.title : words['title'],
      }),
      row: ({ events }: { events: number }) => ({ events, day: null }),
      ...more,
    },
  ],
  events: [
    {
      name: `${name}_event`,
      aggregates: ['contribution'],
      columns: { type: 'text NOT NULL', length: 'integer GENERATED ALWAYS AS (length(type)) STORED' },
      indexes: ['(type) WHERE length > 0'],
      row: ({ type }) => ({ type }),
    },
  ],
});

export const deposit = (title = 'Un banc'): NewEvent =>
  fact(
    contributionRecorded,
    {
      consultation: CONSULTATION,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'online',
      language: 'fr',
      themes: [],
      authorKind: 'person',
      attachmentCount: 0,
    },
    { title: { fr: title } },
  );

export const admission = (): NewEvent => fact(contributionAdmitted, {});

export const newContribution = (): `contribution-${string}` => `contribution-${uuidV7()}`;
