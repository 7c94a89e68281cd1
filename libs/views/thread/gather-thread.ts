/** Everything a thread is made of: the histories of the contribution and of what follows from it. */
import { In, type EntityManager } from 'typeorm';
import type { commitmentAbandoned, commitmentMade } from '@fil/facts/events/commitment.events';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import { isObjectId } from '@fil/facts/kit/aggregates';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { tableOf } from '@fil/log/projections/projection';
import { eventsOf, historiesOf, type History } from '../reading/history';
import { indexOfPublicNumber } from '../reading/public-number';
import { typed } from '../reading/typed';
import type { ThreadReference } from './find-thread.query';
import { ThreadCommitmentRow, ThreadContributionRow, ThreadEventRow } from './thread.entity';
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

type Ids = readonly (string | undefined)[];
const unique = (ids: Ids): string[] => [...new Set(ids.filter((id): id is string => id !== undefined))];

/** The contribution a reader means; the first recorded, where several have one old reference. */
export async function findContribution(manager: EntityManager, reference: ThreadReference): Promise<string | null> {
  const rows = manager.getRepository(ThreadContributionRow);
  const order = { index: 'ASC' } as const;
  const find = async (): Promise<ThreadContributionRow | null> => {
    if ('id' in reference) return isObjectId(reference.id) ? rows.findOneBy({ stream: reference.id }) : null;
    if ('number' in reference) {
      const index = indexOfPublicNumber(reference.number);
      return index === null ? null : rows.findOneBy({ index: String(index) });
    }
    if ('address' in reference) {
      const address = typed(reference.address);
      return address === null ? null : rows.findOne({ where: { sourceAddress: address }, order });
    }
    const { name, id, type } = reference.source;
    const [sourceName, sourceId, sourceType] = [typed(name), typed(id), typed(type)];
    if (sourceName === null || sourceId === null) return null;
    return rows.findOne({ where: { sourceName, sourceId, ...(sourceType === null ? {} : { sourceType }) }, order });
  };
  return (await find())?.stream ?? null;
}

async function histories(manager: EntityManager, streams: readonly string[]): Promise<Map<string, History>> {
  if (streams.length === 0) return new Map();
  return historiesOf(
    await manager.find(ThreadEventRow, { where: { stream: In([...streams]) }, order: { index: 'ASC' } }),
  );
}

const outcomes = (history: History): KnownData<typeof outcomeGiven>[] =>
  eventsOf(history, 'contribution.outcomeGiven/1', 'synthesis.outcomeGiven/1').map(
    ({ data }) => data as KnownData<typeof outcomeGiven>,
  );

const fact = (history: History, type: string, name: string): Ids =>
  eventsOf(history, type).map(({ data }) => data[name] as string | undefined);

const decisionsOf = (commitment: History): Ids => [
  ...eventsOf(commitment, 'commitment.made/1').map(({ data }) => (data as KnownData<typeof commitmentMade>).decision),
  ...eventsOf(commitment, 'commitment.abandoned/1').map(
    ({ data }) => (data as KnownData<typeof commitmentAbandoned>).decision,
  ),
];

/** In three steps, each one statement over all objects: the contribution, what it names, what those name. */
export async function gatherThread(manager: EntityManager, id: string): Promise<GatheredThread | null> {
  const contribution = (await histories(manager, [id])).get(id);
  if (!contribution) return null;
  const answers = outcomes(contribution);
  const consultationId = contribution.events[0]!.data['consultation'] as string;
  const grouped = unique(fact(contribution, 'contribution.groupedInto/1', 'synthesis'));
  const others = unique([
    ...answers.map(({ mergedInto }) => mergedInto),
    ...fact(contribution, 'contribution.voided/1', 'duplicateOf'),
  ]);
  const following = unique([
    ...answers.flatMap(({ commitments = [] }) => commitments),
    ...(await answering(manager, [id, ...grouped])),
  ]);

  const near = await histories(manager, [consultationId, ...grouped, ...others, ...following]);
  const only = (ids: readonly string[]): Map<string, History> =>
    new Map(ids.flatMap((one) => (near.has(one) ? [[one, near.get(one)!]] : [])));
  const syntheses = only(grouped);
  const commitments = only(following);

  const decided: Ids = [...answers, ...[...syntheses.values()].flatMap(outcomes)].map(({ decision }) => decision);
  return {
    id,
    contribution,
    consultation: near.get(consultationId) ?? null,
    syntheses,
    decisions: await histories(manager, unique([...decided, ...[...commitments.values()].flatMap(decisionsOf)])),
    commitments,
    others: only(others),
    carried: await countCarried(manager, [...syntheses.values()]),
  };
}

/** Commitments that say they answer one of these. */
async function answering(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(ThreadCommitmentRow, 'row')
    .where('row.answers && CAST(:ids AS text[])', { ids })
    .getMany();
  return rows.map(({ stream }) => stream);
}

async function countCarried(manager: EntityManager, syntheses: readonly History[]): Promise<Map<string, number>> {
  const common = syntheses.flatMap((synthesis) => eventsOf(synthesis, 'synthesis.outcomeGiven/1')).map(({ id }) => id);
  if (common.length === 0) return new Map();
  const rows = await manager.query<{ carries: string; carried: number }[]>(
    `SELECT carries, count(*)::int AS carried FROM ${tableOf(THREAD, 'thread_event')} WHERE carries = ANY ($1::uuid[]) GROUP BY carries`,
    [common],
  );
  return new Map(rows.map(({ carries, carried }) => [carries, carried]));
}
