import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { HISTORY } from '../history/history.projection';
import { findObjects, readHistories, readHistory } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { publicNumber } from '../reading/public-number';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { buildSynthesis, buildSynthesisSummary } from './build-synthesis';
import type { MemberStanding } from '../standings/carried';
import { readMemberStandings, readTitles } from '../standings/read-members';
import type { MemberShown, SynthesesAnswer, Synthesis, SynthesisMembersAnswer } from './syntheses.answer';
import { FindSynthesis, ListSyntheses, ListSynthesisMembers, MEMBERS_PAGE, SYNTHESES_PAGE } from './syntheses.query';

const isSynthesis = (id: string): boolean => isObjectId(id) && aggregateOf(id) === 'synthesis';

@QueryHandler(ListSyntheses)
export class ListSynthesesHandler implements IQueryHandler<ListSyntheses, SynthesesAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ consultation, asked, page }: ListSyntheses): Promise<SynthesesAnswer> {
    const limit = pageSize(page.limit, SYNTHESES_PAGE);
    return this.reader.read([HISTORY, NAMES], asked, async (manager, shown) => {
      const [before] = (decodeCursor(page.cursor, ['integer']) ?? []) as [number?];
      const naming = consultation ?? undefined;
      const found = await findObjects(manager, { aggregate: 'synthesis', naming, before, limit: limit + 1 });
      const kept = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        kept.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      return {
        shown,
        items: kept.map(({ stream }) => buildSynthesisSummary(histories.get(stream)!, names)),
        next: found.length > limit ? encodeCursor([kept.at(-1)!.index]) : null,
      };
    });
  }
}

@QueryHandler(FindSynthesis)
export class FindSynthesisHandler implements IQueryHandler<FindSynthesis, Synthesis | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindSynthesis): Promise<Synthesis | null> {
    if (!isSynthesis(id)) return null;
    return this.reader.read([HISTORY, NAMES, STANDINGS], asked, async (manager, shown) => {
      const history = await readHistory(manager, id);
      if (!history) return null;
      const standings = await readMemberStandings(manager, id);
      const passedOver = standings.filter(({ state }) => state === 'passedOver').slice(0, MEMBERS_PAGE);
      const names = await Names.read(manager);
      return buildSynthesis(history, names, standings, await shownMembers(manager, passedOver), shown);
    });
  }
}

@QueryHandler(ListSynthesisMembers)
export class ListSynthesisMembersHandler implements IQueryHandler<ListSynthesisMembers, SynthesisMembersAnswer | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, state, asked, page }: ListSynthesisMembers): Promise<SynthesisMembersAnswer | null> {
    if (!isSynthesis(id)) return null;
    const limit = pageSize(page.limit, MEMBERS_PAGE);
    return this.reader.read([HISTORY, STANDINGS], asked, async (manager, shown) => {
      if (!(await readHistory(manager, id))) return null;
      // The order in which they joined never changes: who leaves stays where she was.
      const [after = -1] = (decodeCursor(page.cursor, ['integer']) ?? []) as [number?];
      const wanted = (await readMemberStandings(manager, id))
        .map((standing, place) => ({ standing, place }))
        .filter(({ standing, place }) => place > after && (state === null || standing.state === state));
      const kept = wanted.slice(0, limit);
      return {
        shown,
        items: await shownMembers(
          manager,
          kept.map(({ standing }) => standing),
        ),
        next: wanted.length > limit ? encodeCursor([kept.at(-1)!.place]) : null,
      };
    });
  }
}

async function shownMembers(manager: EntityManager, standings: readonly MemberStanding[]): Promise<MemberShown[]> {
  const titles = await readTitles(
    manager,
    standings.map(({ contribution }) => contribution),
  );
  return standings.map(({ contribution, point, member, state, passedOver }) => {
    const found = titles.get(contribution);
    const number = found ? publicNumber(found.index) : null;
    return { contribution, number, point, title: found?.title ?? null, member, state, passedOver };
  });
}
