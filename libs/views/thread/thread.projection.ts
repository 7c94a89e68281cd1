/**
 * Tables of the thread: everything that happened, event by event, and by which references a thread is found. Which object
 * follows from which is looked up when a thread is asked for, so that an event changes nothing of another object.
 */
import type { contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import type { commitmentMade } from '@fil/facts/events/commitment.events';
import type { contributionsAttached } from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { EventTable, Fold, Projection } from '@fil/log/projections/projection';
import { readable, type Opened } from '@fil/log/vault/vault';
import { keptEvent } from '../reading/happening';

/** Ids of members are many and of no use here: their number is. */
function membersCounted(type: string, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (type !== 'synthesis.contributionsAttached/1' && type !== 'synthesis.contributionsDetached/1') return data;
  const { members, ...rest } = data as KnownData<typeof contributionsAttached>;
  return { ...rest, memberCount: members?.length ?? 0 };
}

const events: EventTable = {
  name: 'thread_event',
  aggregates: ['contribution', 'synthesis', 'decision', 'commitment', 'consultation'],
  columns: {
    event: 'json NOT NULL',
    /** The common answer that an answer carries: to tell how far it has come. */
    carries: 'uuid',
  },
  indexes: ['(carries) WHERE carries IS NOT NULL'],
  row(event) {
    const common =
      event.type === 'contribution.outcomeGiven/1' &&
      (event.data as KnownData<typeof outcomeGiven>).common !== undefined;
    return {
      event: { ...keptEvent(event), data: membersCounted(event.type, event.data) },
      carries: common ? event.cause : null,
    };
  },
};

/** References by which a contribution is found. */
export interface ThreadReferences {
  readonly index: number;
  readonly source: KnownData<typeof contributionRecorded>['source'] | null;
  readonly address: string | null;
}

const contributions: Fold<ThreadReferences> = {
  aggregate: 'contribution',
  concerns: new Set(['contribution.recorded/1']),
  table: {
    name: 'thread_contribution',
    columns: {
      index: 'bigint NOT NULL',
      source_name: 'text',
      source_type: 'text',
      source_id: 'text',
      source_address: 'text',
    },
    indexes: [
      '(index)',
      '(source_id) WHERE source_id IS NOT NULL',
      '(source_address) WHERE source_address IS NOT NULL',
    ],
  },
  evolve: (_, { index, data, words }) => ({
    index,
    source: (data as KnownData<typeof contributionRecorded>).source ?? null,
    address: readable(words['sourceAddress'] as Opened<string> | undefined) ?? null,
  }),
  row: ({ index, source, address }) => ({
    index,
    source_name: source?.name ?? null,
    source_type: source?.type ?? null,
    source_id: source?.id ?? null,
    source_address: address,
  }),
};

const commitments: Fold<{ readonly answers: readonly string[] }> = {
  aggregate: 'commitment',
  concerns: new Set(['commitment.made/1']),
  table: {
    name: 'thread_commitment',
    columns: { answers: 'text[] NOT NULL' },
    indexes: ['USING gin (answers) WITH (fastupdate = off)'],
  },
  evolve: (_, { data }) => ({ answers: (data as KnownData<typeof commitmentMade>).answers ?? [] }),
  row: ({ answers }) => ({ answers }),
};

export const THREAD: Projection = { name: 'thread', version: 1, folds: [contributions, commitments], events: [events] };
