import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { isWatchedOn, watchesOver } from '@fil/facts/figures/guarantors';
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
import { buildGuarantor, buildSummary, guarantorFacts } from './build-guarantor';
import type { Guarantor, GuarantorsAnswer } from './guarantors.answer';
import { FindGuarantor, ListGuarantors, GUARANTORS_PAGE } from './guarantors.query';

const READ = [HISTORY, NAMES];

@QueryHandler(ListGuarantors)
export class ListGuarantorsHandler implements IQueryHandler<ListGuarantors, GuarantorsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked }: ListGuarantors): Promise<GuarantorsAnswer> {
    return this.reader.read(READ, asked, async (manager, shown) => {
      const names = await Names.read(manager);
      if (filters.consultation !== null) {
        const consultation = { id: filters.consultation, organiser: names.organiserOf(filters.consultation) };
        const watching = await watchersOf(manager, consultation);
        return {
          shown,
          watched: isWatchedOn(
            watching.flatMap((one) => guarantorFacts(one) ?? []),
            consultation,
            asked.today,
          ),
          items: watching.map((history) => buildSummary(history, names, asked.today)),
          next: null,
        };
      }
      const before = decodeCursor(filters.cursor, ['integer'])?.[0] as number | undefined;
      const limit = pageSize(filters.limit, GUARANTORS_PAGE);
      const naming = filters.authority ?? undefined;
      const found = await findObjects(manager, { aggregate: 'guarantor', naming, before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        page.map(({ stream }) => stream),
      );
      return {
        shown,
        watched: null,
        items: page.map(({ stream }) => buildSummary(histories.get(stream)!, names, asked.today)),
        next: found.length > limit ? encodeCursor([page.at(-1)!.index]) : null,
      };
    });
  }
}

/** Those who watch over a consultation, or did: few, so they are never a page of many. */
async function watchersOf(
  manager: EntityManager,
  { id, organiser }: { readonly id: string; readonly organiser: string | null },
): Promise<History[]> {
  const naming = organiser === null ? [id] : [id, organiser];
  const histories = await readHistories(manager, await objectsNaming(manager, 'guarantor', naming));
  return [...histories.values()].filter((history) => {
    const facts = guarantorFacts(history);
    return facts !== null && watchesOver(facts, id, organiser);
  });
}

@QueryHandler(FindGuarantor)
export class FindGuarantorHandler implements IQueryHandler<FindGuarantor, Guarantor | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindGuarantor): Promise<Guarantor | null> {
    if (!isObjectId(id) || aggregateOf(id) !== 'guarantor') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      if (!history) return null;
      const known = shownAsKnown(shown, asked, size, [history]);
      return buildGuarantor(history, await Names.read(manager), asked.today, known);
    });
  }
}
