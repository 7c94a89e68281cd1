import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { nextAnswerOn, overallStanding } from '@fil/facts/figures/standing';
import { tableOf } from '@fil/log/projections/projection';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { publicNumber } from '../reading/public-number';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { countedContributions, type Counted } from '../standings/counted.sql';
import { STANDINGS, type ContributionStanding } from '../standings/standings.projection';
import type { BacklogAnswer, Waiting } from './backlog.answer';
import { BACKLOG_PAGE, ListBacklog, type BacklogFilters } from './list-backlog.query';

const CONSULTATIONS = tableOf(NAMES, 'names_consultation');

interface WaitingRow {
  readonly stream: string;
  readonly state: ContributionStanding;
  readonly received: string;
  readonly next_answer: string | null;
  readonly due_on: string | null;
  readonly department: string | null;
}

/** Which filter asks for which column. */
const COLUMNS = { consultation: 'consultation', department: 'department', decider: 'function' } as const;
type Column = keyof typeof COLUMNS;

/** What still waits, with the day it is due; `$1` is today. */
class WaitingSql {
  readonly parameters: unknown[];
  private readonly conditions: string[] = ['NOT s.settled'];

  constructor(
    private readonly table: string,
    filters: BacklogFilters,
    today: string,
    without?: Column,
  ) {
    this.parameters = [today];
    for (const [column, filter] of Object.entries(COLUMNS) as [Column, (typeof COLUMNS)[Column]][]) {
      const value = typed(filters[filter]);
      if (value !== null && without !== column) this.conditions.push(`s.${column} = ${this.parameter(value)}`);
    }
    const authority = typed(filters.authority);
    if (authority !== null) this.conditions.push(`c.state->>'organiser' = ${this.parameter(authority)}`);
    if (filters.lateOnly) this.conditions.push('c.due_on < $1::date');
  }

  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  where(condition: string): this {
    this.conditions.push(condition);
    return this;
  }

  get from(): string {
    return `FROM ${this.table} s LEFT JOIN ${CONSULTATIONS} c ON c.stream = s.consultation WHERE $1::date IS NOT NULL AND ${this.conditions.join(' AND ')}`;
  }
}

@QueryHandler(ListBacklog)
export class ListBacklogHandler implements IQueryHandler<ListBacklog, BacklogAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: ListBacklog): Promise<BacklogAnswer> {
    const { today } = asked;
    return this.reader.read([STANDINGS, NAMES], asked, async (manager, shown) => {
      const names = await Names.read(manager);
      const limit = pageSize(page.limit, BACKLOG_PAGE);
      const counted = await countedContributions(manager);
      const rows = await pageOf(manager, counted.table, filters, today, page.cursor, limit + 1);
      const kept = rows.slice(0, limit);
      const last = kept.at(-1);
      return {
        shown,
        today,
        totals: await totalsOf(manager, counted.table, filters, today),
        items: kept.map((row) => toWaiting(row, counted, names, today)),
        ...(await choicesOf(manager, counted.table, filters, today, names)),
        next: rows.length > limit && last ? encodeCursor([last.received, last.state.index]) : null,
      };
    });
  }
}

function pageOf(
  manager: EntityManager,
  table: string,
  filters: BacklogFilters,
  today: string,
  cursor: string | null | undefined,
  limit: number,
): Promise<WaitingRow[]> {
  const sql = new WaitingSql(table, filters, today);
  const after = decodeCursor(cursor, ['date', 'integer']);
  if (after) {
    sql.where(`(s.received, s.index) > (${sql.parameter(after[0])}::date, ${sql.parameter(after[1])}::bigint)`);
  }
  return manager.query<WaitingRow[]>(
    `SELECT s.stream, s.state, s.received::text, s.next_answer::text, c.due_on::text, s.department ${sql.from}
     ORDER BY s.received, s.index LIMIT ${sql.parameter(limit)}`,
    sql.parameters,
  );
}

async function totalsOf(
  manager: EntityManager,
  table: string,
  filters: BacklogFilters,
  today: string,
): Promise<BacklogAnswer['totals']> {
  const sql = new WaitingSql(table, filters, today);
  const [totals] = await manager.query<[BacklogAnswer['totals']]>(
    `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE c.due_on < $1::date)::int AS late,
       count(s.next_answer)::int AS announced ${sql.from}`,
    sql.parameters,
  );
  return totals;
}

/** What each filter could be set to, the others kept. */
async function choicesOf(
  manager: EntityManager,
  table: string,
  filters: BacklogFilters,
  today: string,
  names: Names,
): Promise<Pick<BacklogAnswer, 'consultations' | 'departments' | 'functions'>> {
  const by = async (column: Column): Promise<{ value: string; organiser: string; count: number }[]> => {
    const sql = new WaitingSql(table, filters, today, column).where(`s.${column} IS NOT NULL`);
    return manager.query(
      `SELECT s.${column} AS value, c.state->>'organiser' AS organiser, count(*)::int AS count ${sql.from}
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
      sql.parameters,
    );
  };
  return {
    consultations: (await by('consultation')).map(({ value, count }) => ({
      id: value,
      title: names.consultation(value).title,
      count,
    })),
    departments: (await by('department')).map(({ value, organiser, count }) => ({
      department: names.named('bodies', organiser, value),
      authority: names.authority(organiser),
      count,
    })),
    functions: (await by('decider')).map(({ value, organiser, count }) => ({
      function: names.named('functions', organiser, value),
      authority: names.authority(organiser),
      count,
    })),
  };
}

function toWaiting(row: WaitingRow, counted: Counted, names: Names, today: string): Waiting {
  const { index, title } = row.state;
  const facts = counted.factsOf(row.stream, row.state.facts);
  const organiser = names.organiserOf(facts.consultation);
  const consultation = names.consultation(facts.consultation);
  const late = row.due_on !== null && row.due_on < today;
  return {
    id: row.stream,
    number: publicNumber(index),
    title,
    consultation: { id: consultation.id, title: consultation.title },
    themes: facts.themes.map((code) => names.named('themes', organiser, code)),
    standing: overallStanding(facts),
    receivedOn: facts.receivedOn,
    daysWaiting: Math.max(daysBetween(row.received, today), 0),
    dueOn: row.due_on,
    promised: consultation.promised,
    daysLate: late ? daysBetween(row.due_on, today) : null,
    nextAnswerOn: nextAnswerOn(facts),
    nextAnswerMissed: row.next_answer !== null && row.next_answer < today,
    department: names.optional('bodies', organiser, row.department),
    published: facts.published,
  };
}
