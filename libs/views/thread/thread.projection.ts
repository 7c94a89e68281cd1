/** By which references a thread is found. What happened stands in the histories of its objects. */
import type { contributionRecorded } from '@fil/facts/events/contribution.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Fold, Projection } from '@fil/log/projections/projection';
import { readable, type Opened } from '@fil/log/vault/vault';

/** References by which a contribution is found. */
export interface ThreadReferences {
  readonly index: number;
  readonly source: KnownData<typeof contributionRecorded>['source'] | null;
  readonly address: string | null;
}

const contributions: Fold<ThreadReferences> = {
  aggregate: 'contribution',
  concerns: new Set(['contribution.recorded/2']),
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

export const THREAD: Projection = { name: 'thread', version: 2, folds: [contributions] };
