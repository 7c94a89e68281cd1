import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Deadline } from '@fil/facts/deadlines/deadline';
import { readHistory } from '../history/read-histories';
import { HISTORY } from '../history/history.projection';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { happening } from '../reading/happening';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { buildDeadline, totalsOf } from './build-deadline';
import type { DeadlineAnswer, DeadlineItem, DeadlinesAnswer } from './deadlines.answer';
import { DEADLINES } from './deadlines.projection';
import { DEADLINES_PAGE, FindDeadline, ListDeadlines, type DeadlineFilters } from './deadlines.query';
import { idOf, readDeadlines, type DeadlineBook } from './read-deadlines';

/** The authority whose rules count. */
const authorityOf = ({ run: { started } }: Deadline, book: DeadlineBook): string | null =>
  started.authority ?? (started.consultation === null ? null : book.organiser(started.consultation));

function toItem(deadline: Deadline, book: DeadlineBook, names: Names, today: string): DeadlineItem {
  const id = idOf(deadline);
  const authority = authorityOf(deadline, book);
  const words =
    authority === null
      ? null
      : (book.authorities.get(authority)?.words[`${deadline.rule} ${deadline.ruleVersion}`] ?? null);
  return buildDeadline(
    deadline,
    { id, names, authority, words, subject: book.streams.get(id)?.subject ?? null },
    today,
  );
}

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<ListDeadlines, DeadlinesAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: ListDeadlines): Promise<DeadlinesAnswer> {
    const { today } = asked;
    return this.reader.read([DEADLINES, STANDINGS, NAMES], asked, async (manager, shown) => {
      const book = await readDeadlines(manager, today);
      const names = await Names.read(manager);
      const concerned = book.deadlines.filter((deadline) => concerns(deadline, filters, book));
      const { states = [] } = filters;
      const chosen = states.length === 0 ? concerned : concerned.filter(({ state }) => states.includes(state));
      const sorted = keyed(chosen);
      const after = decodeCursor(page.cursor, ['date', 'integer', 'integer']);
      const limit = pageSize(page.limit, DEADLINES_PAGE);
      const rest = after ? sorted.filter(({ key }) => isAfter(key, after as Key)) : sorted;
      const kept = rest.slice(0, limit);
      const last = kept.at(-1);
      return {
        shown,
        today,
        totals: totalsOf(concerned),
        items: kept.map(({ deadline }) => toItem(deadline, book, names, today)),
        next: rest.length > limit && last ? encodeCursor(last.key) : null,
      };
    });
  }
}

function concerns(deadline: Deadline, filters: DeadlineFilters, book: DeadlineBook): boolean {
  const { started } = deadline.run;
  const { owner, authority, consultation, about, rule } = filters;
  const authorities = [...started.debtors, authorityOf(deadline, book)];
  const owes = started.debtors.length > 0 ? started.debtors : authorities;
  return (
    (owner === undefined || started.owner === owner || owes.includes(owner)) &&
    (authority === undefined || authorities.includes(authority)) &&
    (consultation === undefined || started.consultation === consultation) &&
    (about === undefined || started.about === about || started.trigger.stream === about) &&
    (rule === undefined || deadline.rule === rule)
  );
}

/** Day it is due, place of its trigger in the log, and among those of one trigger its own. */
type Key = readonly [string, number, number];
const LAST = '9999-12-31';

function keyed(deadlines: readonly Deadline[]): { readonly key: Key; readonly deadline: Deadline }[] {
  const ranks = new Map<string, number>();
  return deadlines
    .map((deadline) => {
      const { index, event } = deadline.run.started.trigger;
      const rank = ranks.get(event) ?? 0;
      ranks.set(event, rank + 1);
      return { key: [deadline.dueOn ?? LAST, index, rank] as const, deadline };
    })
    .sort((a, b) => (isAfter(a.key, b.key) ? 1 : -1));
}

const isAfter = ([day, index, rank]: Key, [thatDay, thatIndex, thatRank]: Key): boolean =>
  day === thatDay ? (index === thatIndex ? rank > thatRank : index > thatIndex) : day > thatDay;

@QueryHandler(FindDeadline)
export class FindDeadlineHandler implements IQueryHandler<FindDeadline, DeadlineAnswer | null> {
  constructor(private readonly reader: ViewReader) {}

  execute({ id, asked }: FindDeadline): Promise<DeadlineAnswer | null> {
    const { today } = asked;
    return this.reader.read([DEADLINES, STANDINGS, NAMES, HISTORY], asked, async (manager, shown) => {
      const book = await readDeadlines(manager, today);
      const deadline = book.deadlines.find((one) => idOf(one) === id);
      if (!deadline) return null;
      const names = await Names.read(manager);
      const history = await readHistory(manager, id);
      const events = (history?.events ?? []).map((event) => ({
        ...happening(event),
        type: event.type,
        words: event.words,
      }));
      return { ...toItem(deadline, book, names, today), shown, events };
    });
  }
}
