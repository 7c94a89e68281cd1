import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { decisionFacts } from '../follow-up/shown-decision';
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
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { answersNaming } from './answers-naming.sql';
import { buildDecision, buildDecisionSummary } from './build-decision';
import type { Decision, DecisionsAnswer } from './decisions.answer';
import { DECISIONS_PAGE, FindDecision, ListDecisions } from './decisions.query';

const READ = [HISTORY, NAMES];

@QueryHandler(ListDecisions)
export class ListDecisionsHandler implements IQueryHandler<ListDecisions, DecisionsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ naming, asked, page }: ListDecisions): Promise<DecisionsAnswer> {
    const limit = pageSize(page.limit, DECISIONS_PAGE);
    return this.reader.read(READ, asked, async (manager, shown) => {
      const [before] = (decodeCursor(page.cursor, ['integer']) ?? []) as [number?];
      const found = await findObjects(manager, {
        aggregate: 'decision',
        naming: naming ?? undefined,
        before,
        limit: limit + 1,
      });
      const kept = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        kept.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      return {
        shown,
        items: kept.flatMap(({ stream }) => buildDecisionSummary(histories.get(stream)!, names) ?? []),
        next: found.length > limit ? encodeCursor([kept.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindDecision)
export class FindDecisionHandler implements IQueryHandler<FindDecision, Decision | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindDecision): Promise<Decision | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'decision') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      if (!history) return null;
      const consultations = decisionFacts(history)?.consultations ?? [];
      const undoing = history.events.slice(1).flatMap(({ data }) => (data['decision'] as string | undefined) ?? []);
      const commitments = await objectsNaming(manager, 'commitment', [id]);
      const near = await readHistories(manager, [...new Set([...consultations, ...undoing, ...commitments])], size);
      return buildDecision(
        history,
        {
          consultations: near,
          decisions: near,
          commitments: commitments.flatMap((one) => near.get(one) ?? []),
          contributions: await answersNaming(manager, id, size),
        },
        await Names.read(manager),
        shownAsKnown(shown, asked, size, [history, ...near.values()]),
        asked.today,
      );
    });
  }
}
