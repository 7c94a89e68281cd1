import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { aggregateOf, isObjectId, type Aggregate } from '@fil/facts/kit/aggregates';
import { tableOf } from '@fil/log/projections/projection';
import {
  findObjects,
  objectsNaming,
  readHistories,
  readHistory,
  shownAsKnown,
  sizeAsked,
} from '../history/read-histories';
import { HISTORY } from '../history/history.projection';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { History } from '../reading/history';
import { ViewReader } from '../reading/view-reader';
import { CONTRIBUTIONS } from '../standings/following.sql';
import { STANDINGS } from '../standings/standings.projection';
import { buildConsultation, buildSummary, NO_COUNTS, type Around, type Counts } from './build-consultation';
import type { Consultation, ConsultationsAnswer, ConsultationSummary } from './consultations.answer';
import { FindConsultation, ListConsultations } from './consultations.query';

const READ = [HISTORY, STANDINGS, NAMES];

@QueryHandler(ListConsultations)
export class ListConsultationsHandler implements IQueryHandler<ListConsultations, ConsultationsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ asked }: ListConsultations): Promise<ConsultationsAnswer> {
    return this.reader.read(READ, asked, async (manager, shown) => {
      const names = await Names.read(manager);
      const counts = await countsOf(manager, asked.today, null);
      const streams = await findObjects(manager, { aggregate: 'consultation' });
      const histories = await readHistories(
        manager,
        streams.map(({ stream }) => stream),
      );
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
    if (!isObjectId(id) || aggregateOf(id) !== 'consultation') return null;
    return this.reader.read(READ, asked, async (manager, shown) => {
      const size = await sizeAsked(manager, asked);
      const history = await readHistory(manager, id, size);
      if (!history) return null;
      const names = await Names.read(manager);
      const counts = await countsOf(manager, asked.today, id);
      const around = await readAround(manager, id, history, size);
      const known = shownAsKnown(shown, asked, size, [
        history,
        ...around.decisions,
        ...around.guarantors,
        ...around.encounters,
      ]);
      return buildConsultation(history, around, names, counts.get(id) ?? NO_COUNTS, known);
    });
  }
}

async function readAround(
  manager: EntityManager,
  id: string,
  { events }: History,
  size: number | undefined,
): Promise<Around> {
  const histories = async (aggregate: Aggregate, naming: readonly string[]): Promise<History[]> => [
    ...(await readHistories(manager, await objectsNaming(manager, aggregate, naming), size)).values(),
  ];
  return {
    decisions: await histories('decision', [id]),
    // One that names no consultation is there for all those of its authority.
    guarantors: await histories('guarantor', [id, events[0]!.data['organiser'] as string]),
    encounters: await histories('encounter', [id]),
  };
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
