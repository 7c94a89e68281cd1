import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { HISTORY } from '../history/history.projection';
import { findObjects, readHistories, readHistory, shownAsKnown, sizeAsked } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { buildCommittee, buildSummary } from './build-committee';
import type { Committee, CommitteesAnswer } from './committees.answer';
import { FindCommittee, ListCommittees, COMMITTEES_PAGE } from './committees.query';

const READ = [HISTORY, NAMES];

@QueryHandler(ListCommittees)
export class ListCommitteesHandler implements IQueryHandler<ListCommittees, CommitteesAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked }: ListCommittees): Promise<CommitteesAnswer> {
    const before = decodeCursor(filters.cursor, ['integer'])?.[0] as number | undefined;
    const limit = pageSize(filters.limit, COMMITTEES_PAGE);
    const naming = filters.naming ?? undefined;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const found = await findObjects(manager, { aggregate: 'committee', naming, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        page.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      return {
        shown,
        items: page.map(({ stream }) => buildSummary(histories.get(stream)!, names, asked.today)),
        next: found.length > limit ? encodeCursor([page.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindCommittee)
export class FindCommitteeHandler implements IQueryHandler<FindCommittee, Committee | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindCommittee): Promise<Committee | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'committee') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      if (!history) return null;
      const known = shownAsKnown(shown, asked, size, [history]);
      return buildCommittee(history, await Names.read(manager), asked.today, known);
    });
  }
}
