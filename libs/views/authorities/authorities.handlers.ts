import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { HISTORY } from '../history/history.projection';
import { findObjects, readHistories, readHistory, shownAsKnown, sizeAsked } from '../history/read-histories';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import type { AuthoritiesAnswer, Authority } from './authorities.answer';
import { AUTHORITIES_PAGE, FindAuthority, ListAuthorities } from './authorities.query';
import { buildAuthority, buildAuthoritySummary } from './build-authority';

const READ = [HISTORY];

@QueryHandler(ListAuthorities)
export class ListAuthoritiesHandler implements IQueryHandler<ListAuthorities, AuthoritiesAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ asked, page }: ListAuthorities): Promise<AuthoritiesAnswer> {
    const limit = pageSize(page.limit, AUTHORITIES_PAGE);
    return this.reader.read(READ, asked, async (manager, shown) => {
      const [before] = (decodeCursor(page.cursor, ['integer']) ?? []) as [number?];
      const found = await findObjects(manager, { aggregate: 'authority', before, limit: limit + 1 });
      const kept = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        kept.map(({ stream }) => stream),
      );
      return {
        shown,
        items: kept.flatMap(({ stream }) => buildAuthoritySummary(histories.get(stream)!) ?? []),
        next: found.length > limit ? encodeCursor([kept.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindAuthority)
export class FindAuthorityHandler implements IQueryHandler<FindAuthority, Authority | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindAuthority): Promise<Authority | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'authority') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      return history && buildAuthority(history, shownAsKnown(shown, asked, size, [history]), asked.today);
    });
  }
}
