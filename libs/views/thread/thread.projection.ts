/**
 * Tables of the thread: each object with everything that happened to it. Which object follows from which is looked up
 * when a thread is asked for, so that an event changes the row of its own object and no other.
 */
import type { contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import type { commitmentMade } from '@fil/facts/events/commitment.events';
import type { contributionsAttached } from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { ChildTable, Projection } from '@fil/log/projections/projection';
import { readable, type Opened } from '@fil/log/vault/vault';
import { historyFold, type History } from '../reading/history';

const recordedOf = ({ events }: History): KnownData<typeof contributionRecorded> => (events[0]?.data ?? {}) as KnownData<typeof contributionRecorded>;

/** Answers that carry a common answer to this contribution, by the event they carry: to tell how far it has come. */
const carried: ChildTable<History> = {
  name: 'thread_carried',
  columns: { cause: 'uuid NOT NULL' },
  indexes: ['(cause)'],
  of: ({ events }) => events.length,
  rows: ({ events }) =>
    events
      .filter(({ type, data }) => type === 'contribution.outcomeGiven/1' && (data as KnownData<typeof outcomeGiven>).common !== undefined)
      .flatMap(({ cause }) => (cause === null ? [] : [{ cause }])),
};

/** Ids of members are many and of no use here: their number is. */
const membersCounted = (type: string, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  if (type !== 'synthesis.contributionsAttached/1' && type !== 'synthesis.contributionsDetached/1') return data;
  const { members, ...rest } = data as KnownData<typeof contributionsAttached>;
  return { ...rest, memberCount: members?.length ?? 0 };
};

export const THREAD: Projection = {
  name: 'thread',
  version: 1,
  folds: [
    historyFold({
      aggregate: 'contribution',
      table: {
        name: 'thread_contribution',
        columns: { index: 'bigint NOT NULL', source_name: 'text', source_id: 'text', source_type: 'text', source_address: 'text' },
        indexes: ['(index)', '(source_id) WHERE source_id IS NOT NULL', '(source_address) WHERE source_address IS NOT NULL'],
      },
      row(history) {
        const { source } = recordedOf(history);
        return {
          index: history.events[0]!.index,
          source_name: source?.name ?? null,
          source_id: source?.id ?? null,
          source_type: source?.type ?? null,
          source_address: readable(history.events[0]!.words['sourceAddress'] as Opened<string> | undefined) ?? null,
        };
      },
      children: [carried],
    }),
    historyFold({
      aggregate: 'synthesis',
      table: { name: 'thread_synthesis' },
      slim: ({ type, data }) => membersCounted(type, data),
    }),
    historyFold({ aggregate: 'decision', table: { name: 'thread_decision' } }),
    historyFold({
      aggregate: 'commitment',
      table: {
        name: 'thread_commitment',
        columns: { answers: 'text[] NOT NULL' },
        indexes: ['USING gin (answers) WITH (fastupdate = off)'],
      },
      row: ({ events }) => ({ answers: (events[0]?.data as KnownData<typeof commitmentMade>).answers ?? [] }),
    }),
    historyFold({ aggregate: 'consultation', table: { name: 'thread_consultation' } }),
  ],
};
