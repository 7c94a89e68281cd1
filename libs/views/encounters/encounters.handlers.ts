import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { saidInEncounter } from '../history/encounter-sheets';
import { HISTORY } from '../history/history.projection';
import { findObjects, readHistories, readHistory, shownAsKnown, sizeAsked } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { buildEncounter, buildSummary, encounterFactsOf, slipsAllocatedTo } from './build-encounter';
import type { Encounter, EncountersAnswer } from './encounters.answer';
import { ENCOUNTERS_PAGE, FindEncounter, ListEncounters } from './encounters.query';

@QueryHandler(ListEncounters)
export class ListEncountersHandler implements IQueryHandler<ListEncounters, EncountersAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked }: ListEncounters): Promise<EncountersAnswer> {
    const before = decodeCursor(filters.cursor, ['integer'])?.[0] as number | undefined;
    const limit = pageSize(filters.limit, ENCOUNTERS_PAGE);
    return this.reader.read([HISTORY, NAMES], asked, async (manager, shown) => {
      const naming = filters.consultation;
      const found = await findObjects(manager, { aggregate: 'encounter', naming, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        page.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      const items = page.flatMap(({ stream }) => {
        const history = histories.get(stream);
        const facts = history && encounterFactsOf(history);
        return history && facts ? [buildSummary(history, facts, names)] : [];
      });
      return { shown, items, next: found.length > limit ? encodeCursor([page.at(-1)!.index]) : null };
    });
  }
}

@QueryHandler(FindEncounter)
export class FindEncounterHandler implements IQueryHandler<FindEncounter, Encounter | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindEncounter): Promise<Encounter | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'encounter') return null;
    return this.reader.read([HISTORY, NAMES, STANDINGS], asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      const facts = history && encounterFactsOf(history);
      if (!history || !facts) return null;
      const said = await saidInEncounter(manager, id, slipsAllocatedTo(facts));
      const known = shownAsKnown(shown, asked, size, [history]);
      return buildEncounter(history, facts, said, await Names.read(manager), known);
    });
  }
}
