import type { EntityManager } from 'typeorm';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { HISTORY } from '../history/history.projection';
import {
  findObjects,
  objectsNaming,
  readHistories,
  readHistory,
  shownAsKnown,
  sizeAsked,
} from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { History } from '../reading/history';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { buildEvaluation, buildSummary } from './build-evaluation';
import type { Evaluation, EvaluationsAnswer } from './evaluations.answer';
import { FindEvaluation, ListEvaluations, EVALUATIONS_PAGE } from './evaluations.query';

const READ = [HISTORY, NAMES];

@QueryHandler(ListEvaluations)
export class ListEvaluationsHandler implements IQueryHandler<ListEvaluations, EvaluationsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked }: ListEvaluations): Promise<EvaluationsAnswer> {
    const before = decodeCursor(filters.cursor, ['integer'])?.[0] as number | undefined;
    const limit = pageSize(filters.limit, EVALUATIONS_PAGE);
    const naming = filters.naming ?? undefined;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const found = await findObjects(manager, { aggregate: 'evaluation', naming, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        page.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      return {
        shown,
        items: page.map(({ stream }) => buildSummary(histories.get(stream)!, names)),
        next: found.length > limit ? encodeCursor([page.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindEvaluation)
export class FindEvaluationHandler implements IQueryHandler<FindEvaluation, Evaluation | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindEvaluation): Promise<Evaluation | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'evaluation') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      if (!history) return null;
      const others = await othersOf(manager, history, size);
      const known = shownAsKnown(shown, asked, size, [history, ...others]);
      return buildEvaluation(history, others, await Names.read(manager), known);
    });
  }
}

/** Other evaluations of the same thing. */
async function othersOf(manager: EntityManager, { events }: History, size: number | undefined): Promise<History[]> {
  const { stream, data } = events[0]!;
  const target = data['target'] as string;
  const naming = (await objectsNaming(manager, 'evaluation', [target])).filter((id) => id !== stream);
  const histories = [...(await readHistories(manager, naming, size)).values()];
  return histories.filter((other) => other.events[0]!.data['target'] === target);
}
