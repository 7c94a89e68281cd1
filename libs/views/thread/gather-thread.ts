/** Everything a thread is made of: the histories of the contribution and of what follows from it. */
import type { EntityManager } from 'typeorm';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import { isObjectId } from '@fil/facts/kit/aggregates';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { slipOfNumber, type Slip } from '@fil/facts/numbers/slip-number';
import { contributionOnSlip } from '../history/encounter-sheets';
import { committeesNamedBy, decisionsNamedBy } from '../follow-up/named-by-commitment';
import { objectsNaming, readHistories } from '../history/read-histories';
import { eventsOf, type History } from '../reading/history';
import { indexOfPublicNumber } from '../reading/public-number';
import { typed } from '../reading/typed';
import { readCarried } from '../standings/read-members';
import type { CarriedShown } from '../standings/carried';
import type { ThreadReference } from './find-thread.query';
import { ThreadContributionRow } from './thread.entity';

export interface GatheredThread {
  readonly id: string;
  readonly contribution: History;
  readonly consultation: History | null;
  /** Guarantors and committees that may watch over it. */
  readonly watchers: ReadonlyMap<string, History>;
  /** In which it was said; null when it was said in none. */
  readonly encounter: History | null;
  readonly syntheses: ReadonlyMap<string, History>;
  readonly decisions: ReadonlyMap<string, History>;
  readonly commitments: ReadonlyMap<string, History>;
  /** Follow-up committees that verified or contested one of them. */
  readonly committees: ReadonlyMap<string, History>;
  /** Contributions named as the one this is a duplicate of. */
  readonly others: ReadonlyMap<string, History>;
  /** Erasures of what was said in it, by their streams. */
  readonly erasures: ReadonlyMap<string, History>;
  /** How far the common answer of each synthesis has come; of those that have one. */
  readonly carried: ReadonlyMap<string, CarriedShown>;
}

type Ids = readonly (string | undefined)[];
const unique = (ids: Ids): string[] => [...new Set(ids.filter((id): id is string => id !== undefined))];

/** The contribution a reader means; the first recorded, where several have one old reference. */
export async function findContribution(manager: EntityManager, reference: ThreadReference): Promise<string | null> {
  const rows = manager.getRepository(ThreadContributionRow);
  const order = { index: 'ASC' } as const;
  const onSlip = async (slip: Slip): Promise<ThreadContributionRow | null> => {
    const stream = await contributionOnSlip(manager, slip);
    return stream === null ? null : rows.findOneBy({ stream });
  };
  const find = async (): Promise<ThreadContributionRow | null> => {
    if ('id' in reference) return isObjectId(reference.id) ? rows.findOneBy({ stream: reference.id }) : null;
    if ('number' in reference) {
      const slip = slipOfNumber(reference.number);
      if (slip) return onSlip(slip);
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

const outcomes = (history: History): KnownData<typeof outcomeGiven>[] =>
  eventsOf(history, 'contribution.outcomeGiven/1', 'synthesis.outcomeGiven/1').map(
    ({ data }) => data as KnownData<typeof outcomeGiven>,
  );

const fact = (history: History, type: string, name: string): Ids =>
  eventsOf(history, type).map(({ data }) => data[name] as string | undefined);

/**
 * In three steps, each one statement over all objects: the contribution, what it names, what those name.
 *
 * @param size of the log as far as it counts; absent: as far as it goes
 */
export async function gatherThread(manager: EntityManager, id: string, size?: number): Promise<GatheredThread | null> {
  const histories = (streams: readonly string[]): Promise<Map<string, History>> =>
    readHistories(manager, streams, size);
  const contribution = (await histories([id])).get(id);
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
    ...(await objectsNaming(manager, 'commitment', [id, ...grouped])),
  ]);

  const encounterId = contribution.events[0]!.data['encounter'] as string | undefined;

  const near = await histories(unique([consultationId, encounterId, ...grouped, ...others, ...following]));
  const only = (ids: readonly string[]): Map<string, History> =>
    new Map(ids.flatMap((one) => (near.has(one) ? [[one, near.get(one)!]] : [])));
  const syntheses = only(grouped);
  const commitments = only(following);

  const decided: Ids = [...answers, ...[...syntheses.values()].flatMap(outcomes)].map(({ decision }) => decision);
  return {
    id,
    contribution,
    consultation: near.get(consultationId) ?? null,
    watchers: await histories(await watchersNaming(manager, consultationId, near.get(consultationId))),
    encounter: (encounterId && near.get(encounterId)) || null,
    syntheses,
    decisions: await histories(unique([...decided, ...[...commitments.values()].flatMap(decisionsNamedBy)])),
    commitments,
    committees: await histories(unique([...commitments.values()].flatMap(committeesNamedBy))),
    others: only(others),
    erasures: await histories(await objectsNaming(manager, 'erasure', [id])),
    carried: await carriedBy(manager, syntheses, size),
  };
}

/** Those that name the consultation, or the authority that holds it. */
async function watchersNaming(
  manager: EntityManager,
  consultation: string,
  history: History | undefined,
): Promise<string[]> {
  const named = unique([consultation, history?.events[0]?.data['organiser'] as string | undefined]);
  return [...(await objectsNaming(manager, 'guarantor', named)), ...(await objectsNaming(manager, 'committee', named))];
}

async function carriedBy(
  manager: EntityManager,
  syntheses: ReadonlyMap<string, History>,
  size: number | undefined,
): Promise<Map<string, CarriedShown>> {
  const carried = new Map<string, CarriedShown>();
  for (const [id, history] of syntheses) {
    if (eventsOf(history, 'synthesis.outcomeGiven/1').length === 0) continue;
    const progress = await readCarried(manager, id, size);
    if (progress) carried.set(id, progress);
  }
  return carried;
}

/** All histories of a thread. */
export const historiesIn = ({ contribution, consultation, encounter, ...others }: GatheredThread): History[] => [
  contribution,
  ...(consultation ? [consultation] : []),
  ...(encounter ? [encounter] : []),
  ...others.syntheses.values(),
  ...others.decisions.values(),
  ...others.commitments.values(),
  ...others.committees.values(),
  ...others.others.values(),
];
