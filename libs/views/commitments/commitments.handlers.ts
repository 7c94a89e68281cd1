import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { committeesNamedBy, decisionsNamedBy } from '../follow-up/named-by-commitment';
import { commitmentFacts } from '../follow-up/shown-commitment';
import { HISTORY } from '../history/history.projection';
import { objectsNaming, readHistories, readHistory, shownAsKnown, sizeAsked } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { History } from '../reading/history';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { buildCommitment, buildCommitmentSummary, parentOf, undoingOf } from './build-commitment';
import type { Commitment, CommitmentsAnswer } from './commitments.answer';
import { COMMITMENTS_PAGE, FindCommitment, ListCommitments } from './commitments.query';
import { countCommitments, findCommitments, followUpsOf } from './commitments.sql';

@QueryHandler(ListCommitments)
export class ListCommitmentsHandler implements IQueryHandler<ListCommitments, CommitmentsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: ListCommitments): Promise<CommitmentsAnswer> {
    const limit = pageSize(page.limit, COMMITMENTS_PAGE);
    return this.reader.read([STANDINGS, HISTORY, NAMES], asked, async (manager, shown) => {
      const [before] = (decodeCursor(page.cursor, ['integer']) ?? []) as [number?];
      const found = await findCommitments(manager, filters, asked.today, { before, limit: limit + 1 });
      const kept = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        kept.map(({ stream }) => stream),
      );
      const authorities = [...histories.values()].flatMap((history) => commitmentFacts(history)?.authority ?? []);
      const decisions = [...histories.values()].flatMap(decisionsNamedBy);
      const named = await readHistories(manager, [...new Set([...authorities, ...decisions])]);
      const around = { decisions: named, authorities: named };
      const names = await Names.read(manager);
      return {
        shown,
        totals: await countCommitments(manager, filters, asked.today),
        items: kept.flatMap(({ stream }) => {
          const history = histories.get(stream);
          return history ? (buildCommitmentSummary(history, around, names, asked.today) ?? []) : [];
        }),
        next: found.length > limit ? encodeCursor([kept.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindCommitment)
export class FindCommitmentHandler implements IQueryHandler<FindCommitment, Commitment | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindCommitment): Promise<Commitment | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'commitment') return null;
    return this.reader.read([HISTORY, NAMES], asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      const facts = history && commitmentFacts(history);
      if (!facts) return null;
      const named = [
        ...(facts.authority === null ? [] : [facts.authority]),
        ...decisionsNamedBy(history),
        ...committeesNamedBy(history),
        ...facts.answers,
      ];
      const near = await readHistories(manager, named, size);
      const undoing = undoingOf(facts.decision === null ? undefined : near.get(facts.decision));
      const decisions = new Map([...near, ...(await readHistories(manager, undoing, size))]);
      const tree = await readTree(manager, id, history, size);
      return buildCommitment(
        history,
        {
          authority: near.get(facts.authority ?? ''),
          decisions,
          committees: near,
          answered: near,
          tree,
          followUps: await followUpsOf(manager, id, size),
        },
        await Names.read(manager),
        shownAsKnown(shown, asked, size, [...decisions.values(), ...tree.values()]),
        asked.today,
      );
    });
  }
}

/** It, the one it is a part of, its parts and theirs: level by level, a statement or two for each. */
async function readTree(
  manager: EntityManager,
  id: string,
  history: History,
  size: number | undefined,
): Promise<ReadonlyMap<string, History>> {
  const parent = parentOf(history);
  const tree = new Map<string, History>([[id, history]]);
  if (parent !== null) for (const [one, above] of await readHistories(manager, [parent], size)) tree.set(one, above);
  let level = [id];
  while (level.length > 0) {
    const parts = (await objectsNaming(manager, 'commitment', level)).filter((part) => !tree.has(part));
    for (const [one, below] of await readHistories(manager, parts, size)) tree.set(one, below);
    level = parts;
  }
  return tree;
}
