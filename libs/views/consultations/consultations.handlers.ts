import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import type { FactEvent } from '@fil/facts/figures/fact-event';
import { publishedFigures } from '@fil/facts/figures/published-figures';
import { isWatched } from '@fil/facts/figures/watchers';
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
import type { KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import { ViewReader } from '../reading/view-reader';
import { countedContributions } from '../standings/counted.sql';
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
      const watchers = eventsIn(await readWatchers(manager));
      const items = [...histories].map(([id, history]) => {
        const watched = isWatched(watchers, { id, organiser: names.organiserOf(id) }, asked.today);
        return buildSummary(history, names, counts.get(id) ?? NO_COUNTS, watched);
      });
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
      const counts =
        size === undefined
          ? (await countsOf(manager, asked.today, id)).get(id)
          : await countsKnown(manager, id, history, asked.today, size);
      const around = await readAround(manager, id, history, asked.today, size);
      const known = shownAsKnown(shown, asked, size, [
        history,
        ...around.decisions,
        ...around.guarantors,
        ...around.encounters,
      ]);
      return buildConsultation(history, around, names, counts ?? NO_COUNTS, known);
    });
  }
}

async function readAround(
  manager: EntityManager,
  id: string,
  { events }: History,
  today: string,
  size: number | undefined,
): Promise<Around> {
  const histories = async (aggregate: Aggregate, naming: readonly string[]): Promise<History[]> => [
    ...(await readHistories(manager, await objectsNaming(manager, aggregate, naming), size)).values(),
  ];
  const organiser = events[0]!.data['organiser'] as string;
  // One that names no consultation is there for all those of its authority.
  const guarantors = await histories('guarantor', [id, organiser]);
  const committees = await histories('committee', [id, organiser]);
  return {
    decisions: await histories('decision', [id]),
    guarantors,
    encounters: await histories('encounter', [id]),
    watched: isWatched(eventsIn([...guarantors, ...committees]), { id, organiser }, today),
  };
}

const eventsIn = (histories: readonly History[]): (readonly KeptEvent[])[] => histories.map(({ events }) => events);

/** All there are: few beside what they watch over. */
async function readWatchers(manager: EntityManager): Promise<History[]> {
  const found = [
    ...(await findObjects(manager, { aggregate: 'guarantor' })),
    ...(await findObjects(manager, { aggregate: 'committee' })),
  ];
  const streams = found.map(({ stream }) => stream);
  return [...(await readHistories(manager, streams)).values()];
}

const openFirst = (a: ConsultationSummary, b: ConsultationSummary): number =>
  Number(b.deposit.state === 'open') - Number(a.deposit.state === 'open') || b.opened.index - a.opened.index;

/** Contributions read at a time. */
const PART = 1_000;

/** The same figures as they were then: no table keeps them. */
async function countsKnown(
  manager: EntityManager,
  id: string,
  { events: mandate }: History,
  today: string,
  size: number,
): Promise<Counts> {
  const streams = await objectsNaming(manager, 'contribution', [id]);
  const events: FactEvent[] = [...mandate];
  for (let from = 0; from < streams.length; from += PART) {
    const part = await readHistories(manager, streams.slice(from, from + PART), size);
    for (const history of part.values()) events.push(...history.events);
  }
  const { received, published, answered, late } = publishedFigures(events, today, id).contributions.figures;
  return { received: received.count, published: published.count, answered: answered.count, late: late.count };
}

/** The same figures as the overview's, by consultation. */
async function countsOf(
  manager: EntityManager,
  today: string,
  only: string | null,
): Promise<ReadonlyMap<string, Counts>> {
  const { table } = await countedContributions(manager);
  const rows = await manager.query<(Counts & { consultation: string })[]>(
    `SELECT s.consultation, count(*)::int AS received, count(*) FILTER (WHERE s.published)::int AS published,
       count(*) FILTER (WHERE s.answered)::int AS answered,
       count(*) FILTER (WHERE NOT s.settled AND c.due_on < $1::date)::int AS late
     FROM ${table} s LEFT JOIN ${tableOf(NAMES, 'names_consultation')} c ON c.stream = s.consultation
     WHERE NOT s.voided AND ($2::text IS NULL OR s.consultation = $2) GROUP BY s.consultation`,
    [today, only],
  );
  return new Map(rows.map(({ consultation, ...counts }) => [consultation, counts]));
}
