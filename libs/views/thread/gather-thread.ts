/** Everything a thread is made of, read from tables that each hold one object per row. */
import { In, type EntityManager } from 'typeorm';
import type { commitmentAbandoned, commitmentMade } from '@fil/facts/events/commitment.events';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { tableOf } from '@fil/log/projections/projection';
import { eventsOf, type History } from '../reading/history';
import type { KeptEvent } from '../reading/happening';
import { indexOfPublicNumber } from '../reading/public-number';
import type { ThreadReference } from './find-thread.query';
import {
  type HistoryRow,
  ThreadCommitmentRow,
  ThreadConsultationRow,
  ThreadContributionRow,
  ThreadDecisionRow,
  ThreadSynthesisRow,
} from './thread.entity';
import { THREAD } from './thread.projection';

export interface GatheredThread {
  readonly id: string;
  readonly contribution: History;
  readonly consultation: History | null;
  readonly syntheses: ReadonlyMap<string, History>;
  readonly decisions: ReadonlyMap<string, History>;
  readonly commitments: ReadonlyMap<string, History>;
  /** Contributions named as the one this is a duplicate of. */
  readonly others: ReadonlyMap<string, History>;
  /** How many answers carry each common answer, by its event. */
  readonly carried: ReadonlyMap<string, number>;
}

const byStream = (rows: readonly { readonly stream: string; readonly state: History }[]): Map<string, History> =>
  new Map(rows.map(({ stream, state }) => [stream, state]));

/** Contributions first recorded; several may share an old address or a source's id. */
export async function findRow(manager: EntityManager, reference: ThreadReference): Promise<ThreadContributionRow | null> {
  const rows = manager.getRepository(ThreadContributionRow);
  if ('id' in reference) return rows.findOneBy({ stream: reference.id });
  if ('number' in reference) {
    const index = indexOfPublicNumber(reference.number);
    return index === null ? null : rows.findOneBy({ index: String(index) });
  }
  const order = { index: 'ASC' } as const;
  if ('address' in reference) return rows.findOne({ where: { sourceAddress: reference.address }, order });
  const { name, id, type } = reference.source;
  return rows.findOne({ where: { sourceName: name, sourceId: id, ...(type === undefined ? {} : { sourceType: type }) }, order });
}

const unique = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id): id is string => id !== undefined))];

const outcomes = (contribution: History): KnownData<typeof outcomeGiven>[] =>
  eventsOf(contribution, 'contribution.outcomeGiven/1', 'synthesis.outcomeGiven/1').map(({ data }) => data as KnownData<typeof outcomeGiven>);

export async function gatherThread(manager: EntityManager, row: ThreadContributionRow): Promise<GatheredThread> {
  const { stream: id, state: contribution } = row;
  const answers = outcomes(contribution);
  const recorded = contribution.events[0]!.data as { consultation?: string };
  const grouped = eventsOf(contribution, 'contribution.groupedInto/1').map(({ data }) => data['synthesis'] as string | undefined);
  const syntheses = byStream(await findAll(manager, ThreadSynthesisRow, unique(grouped)));
  const consultation = recorded.consultation ? await manager.findOneBy(ThreadConsultationRow, { stream: recorded.consultation }) : null;
  const named = unique(answers.flatMap(({ commitments = [] }) => commitments));
  const commitments = byStream([
    ...(await findAll(manager, ThreadCommitmentRow, named)),
    ...(await answering(manager, unique([id, ...grouped]))),
  ]);
  const duplicateOf = eventsOf(contribution, 'contribution.voided/1').map(({ data }) => data['duplicateOf'] as string | undefined);
  const others = await findAll(manager, ThreadContributionRow, unique([...answers.map(({ mergedInto }) => mergedInto), ...duplicateOf]));
  const decided: (string | undefined)[] = [...answers, ...[...syntheses.values()].flatMap(outcomes)].map(({ decision }) => decision);
  const decisions = await findAll(manager, ThreadDecisionRow, unique([...decided, ...[...commitments.values()].flatMap(decisionsOf)]));
  return {
    id,
    contribution,
    consultation: consultation?.state ?? null,
    syntheses,
    decisions: byStream(decisions),
    commitments,
    others: byStream(others),
    carried: await countCarried(manager, [...syntheses.values()]),
  };
}

const decisionsOf = (commitment: History): (string | undefined)[] => [
  ...eventsOf(commitment, 'commitment.made/1').map(({ data }) => (data as KnownData<typeof commitmentMade>).decision),
  ...eventsOf(commitment, 'commitment.abandoned/1').map(({ data }) => (data as KnownData<typeof commitmentAbandoned>).decision),
];

async function findAll<R extends HistoryRow>(manager: EntityManager, entity: new () => R, ids: readonly string[]): Promise<R[]> {
  if (ids.length === 0) return [];
  return manager.getRepository(entity as new () => HistoryRow).findBy({ stream: In([...ids]) }) as Promise<R[]>;
}

/** Commitments that say they answer one of these. */
const answering = (manager: EntityManager, ids: readonly string[]): Promise<ThreadCommitmentRow[]> =>
  manager.createQueryBuilder(ThreadCommitmentRow, 'row').where('row.answers && CAST(:ids AS text[])', { ids }).getMany();

async function countCarried(manager: EntityManager, syntheses: readonly History[]): Promise<Map<string, number>> {
  const common: KeptEvent[] = syntheses.flatMap((synthesis) => eventsOf(synthesis, 'synthesis.outcomeGiven/1'));
  if (common.length === 0) return new Map();
  const rows: { cause: string; carried: number }[] = await manager.query(
    `SELECT cause, count(*)::int AS carried FROM ${tableOf(THREAD, 'thread_carried')} WHERE cause = ANY ($1::uuid[]) GROUP BY cause`,
    [common.map(({ id }) => id)],
  );
  return new Map(rows.map(({ cause, carried }) => [cause, carried]));
}
