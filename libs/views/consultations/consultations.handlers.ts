import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { tableOf } from '@fil/log/projections/projection';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { historiesOf } from '../reading/history';
import { ViewReader } from '../reading/view-reader';
import { CONTRIBUTIONS } from '../standings/following.sql';
import { STANDINGS } from '../standings/standings.projection';
import { buildConsultation, buildSummary, NO_COUNTS, type Counts } from './build-consultation';
import type { Consultation, ConsultationsAnswer, ConsultationSummary } from './consultations.answer';
import { ConsultationEventRow } from './consultations.entity';
import { CONSULTATIONS } from './consultations.projection';
import { FindConsultation, ListConsultations } from './consultations.query';

const READ = [CONSULTATIONS, STANDINGS, NAMES];

@QueryHandler(ListConsultations)
export class ListConsultationsHandler implements IQueryHandler<ListConsultations, ConsultationsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ asked }: ListConsultations): Promise<ConsultationsAnswer> {
    return this.reader.read(READ, asked, async (manager, shown) => {
      const names = await Names.read(manager);
      const counts = await countsOf(manager, asked.today, null);
      const histories = historiesOf(await manager.find(ConsultationEventRow, { order: { index: 'ASC' } }));
      const items = [...histories].map(([stream, history]) =>
        buildSummary(history, names, counts.get(stream) ?? NO_COUNTS),
      );
      return { shown, items: items.sort(openFirst) };
    });
  }
}

@QueryHandler(FindConsultation)
export class FindConsultationHandler implements IQueryHandler<FindConsultation, Consultation | null> {
  constructor(private readonly reader: ViewReader) {}

  async execute({ id, asked }: FindConsultation): Promise<Consultation | null> {
    if (!isObjectId(id)) return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const events = await manager.find(ConsultationEventRow, { where: { stream: id }, order: { index: 'ASC' } });
      const history = historiesOf(events).get(id);
      if (!history) return null;
      const names = await Names.read(manager);
      const counts = await countsOf(manager, asked.today, id);
      return buildConsultation(history, names, counts.get(id) ?? NO_COUNTS, shown);
    });
  }
}

const openFirst = (a: ConsultationSummary, b: ConsultationSummary): number =>
  Number(b.deposit.state === 'open') - Number(a.deposit.state === 'open') || b.opened.index - a.opened.index;

/** The same figures as the overview's, by consultation. */
async function countsOf(
  manager: EntityManager,
  today: string,
  only: string | null,
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await manager.query<(Counts & { consultation: string })[]>(
    `SELECT s.consultation, count(*)::int AS received, count(*) FILTER (WHERE s.published)::int AS published,
       count(*) FILTER (WHERE s.answered)::int AS answered,
       count(*) FILTER (WHERE NOT s.settled AND c.due_on < $1::date)::int AS late
     FROM ${CONTRIBUTIONS} s LEFT JOIN ${tableOf(NAMES, 'names_consultation')} c ON c.stream = s.consultation
     WHERE NOT s.voided AND ($2::text IS NULL OR s.consultation = $2) GROUP BY s.consultation`,
    [today, only],
  );
  return new Map(rows.map(({ consultation, ...counts }) => [consultation, counts]));
}
