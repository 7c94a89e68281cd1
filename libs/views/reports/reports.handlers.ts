import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { mainFigures, type ReportData } from '@fil/facts/report/report-data';
import { statedScope } from '@fil/facts/report/report-scope';
import { SizeNotReached } from '@fil/log/event-store/read-verified';
import type { StatedData } from '@fil/log/transparency/stated-data';
import { HISTORY } from '../history/history.projection';
import { findObjects, readHistories, readHistory } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { History } from '../reading/history';
import type { KeptEvent } from '../reading/happening';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { readIn } from '../reading/shown-instead';
import type { Asked } from '../reading/shown';
import { ViewReader } from '../reading/view-reader';
import {
  attachedOpinions,
  buildReportSummary,
  contestsMade,
  correctionsMade,
  forewordOf,
  overseersOf,
  publicationOf,
  restsIn,
  type Published,
} from './build-report';
import { contentsOf } from './report-contents';
import { dataOf, ReportDrawing } from './report-drawing';
import type { Report, ReportContributions, ReportDraft, ReportsAnswer } from './reports.answer';
import { DraftReport, FindReport, ListReportContributions, ListReports, ReadReportData } from './reports.query';

const READ = [HISTORY, NAMES];
const USUAL_PAGE = 20;
const USUAL_CONTRIBUTIONS = 50;

@QueryHandler(ListReports)
export class ListReportsHandler implements IQueryHandler<ListReports, ReportsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ naming, asked, page }: ListReports): Promise<ReportsAnswer> {
    return this.reader.read(READ, asked, async (manager, shown) => {
      const limit = pageSize(page.limit, USUAL_PAGE);
      const key = decodeCursor(page.cursor, ['integer']);
      const found = await findObjects(manager, {
        aggregate: 'report',
        ...(naming !== null && { naming }),
        ...(key && { before: key[0] as number }),
        limit: limit + 1,
      });
      const listed = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        listed.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      const items = listed.flatMap(({ stream }) => {
        const history = histories.get(stream)!;
        const published = publicationOf(history);
        return published ? [buildReportSummary(history, published, names)] : [];
      });
      return { shown, items, next: found.length > limit ? encodeCursor([listed.at(-1)!.index]) : null };
    });
  }
}

interface Kept {
  readonly history: History;
  readonly published: KeptEvent;
}

/** The history of a published report; null when nothing under this id was. */
async function keptReport(manager: EntityManager, id: string): Promise<Kept | null> {
  const history = isObjectId(id) ? await readHistory(manager, id) : null;
  const published = history && publicationOf(history);
  return published ? { history, published } : null;
}

const find = (reader: ViewReader, id: string, asked: Asked): Promise<Kept | null> =>
  reader.read([HISTORY], asked, (manager) => keptReport(manager, id));

/** Drawn as it was published: its scope, its predecessor, and the size of the version that is asked for. */
async function drawnAt(
  drawing: ReportDrawing,
  { history, published }: Kept,
  size: number | null,
): Promise<StatedData | null> {
  const rests = restsIn(history, published);
  const wanted = size === null ? rests.at(-1)! : rests.findLast((one) => one.size === size);
  if (!wanted) return null;
  const data = published.data as unknown as Published;
  return drawing.draw({ scope: statedScope(data), size: wanted.size, previous: data.previous ?? null });
}

@QueryHandler(FindReport)
export class FindReportHandler implements IQueryHandler<FindReport, Report | null> {
  constructor(
    private readonly reader: ViewReader,
    private readonly drawing: ReportDrawing,
  ) {}

  async execute({ id, asked }: FindReport): Promise<Report | null> {
    const kept = await find(this.reader, id, asked);
    // Drawn before the tables are held: a long log is read for seconds.
    const drawn = kept && (await drawnAt(this.drawing, kept, null));
    if (!drawn) return null;
    const data = dataOf(drawn);
    return this.reader.read(READ, asked, async (manager, shown) => {
      const { history, published } = (await keptReport(manager, id))!;
      const overseers = await readHistories(manager, overseersOf(history));
      const names = await Names.read(manager);
      return {
        ...buildReportSummary(history, published, names),
        shown,
        foreword: forewordOf(history, published),
        previous: (published.data as unknown as Published).previous ?? null,
        attachedOpinions: attachedOpinions(history, overseers, names),
        correctionsMade: correctionsMade(history, published),
        contestsMade: contestsMade(history),
        ...(await contentsOf(manager, data, names)),
      };
    });
  }
}

@QueryHandler(DraftReport)
export class DraftReportHandler implements IQueryHandler<DraftReport, ReportDraft | null> {
  constructor(
    private readonly reader: ViewReader,
    private readonly drawing: ReportDrawing,
  ) {}

  async execute({ scope, size: wanted, asked }: DraftReport): Promise<ReportDraft | null> {
    const size = wanted ?? (await this.reader.read([HISTORY], asked, (_, shown) => Promise.resolve(shown.size)));
    if (size === 0) throw new SizeNotReached(1, 0);
    const drawn = await this.drawing.draw({ scope, size });
    const data = dataOf(drawn);
    const found = data.chapters.mandate.length;
    if (scope.kind === 'consultations' ? found < scope.consultations.length : found === 0) return null;
    return this.reader.read(READ, asked, async (manager, shown) => ({
      shown,
      scope,
      cut: data.cut,
      figures: mainFigures(data),
      dataSha256: drawn.sha256,
      ...(await contentsOf(manager, data, await Names.read(manager))),
    }));
  }
}

@QueryHandler(ReadReportData)
export class ReadReportDataHandler implements IQueryHandler<ReadReportData, StatedData | null> {
  constructor(
    private readonly reader: ViewReader,
    private readonly drawing: ReportDrawing,
  ) {}

  async execute({ id, size, asked }: ReadReportData): Promise<StatedData | null> {
    const kept = await find(this.reader, id, asked);
    return kept && drawnAt(this.drawing, kept, size);
  }
}

@QueryHandler(ListReportContributions)
export class ListReportContributionsHandler implements IQueryHandler<
  ListReportContributions,
  ReportContributions | null
> {
  constructor(
    private readonly reader: ViewReader,
    private readonly drawing: ReportDrawing,
  ) {}

  async execute({ id, asked, page }: ListReportContributions): Promise<ReportContributions | null> {
    const kept = await find(this.reader, id, asked);
    const drawn = kept && (await drawnAt(this.drawing, kept, null));
    if (!drawn) return null;
    const { lines } = dataOf(drawn).chapters.answers;
    const from = Math.max(0, Number(decodeCursor(page.cursor, ['integer'])?.[0] ?? 0));
    const limit = pageSize(page.limit, USUAL_CONTRIBUTIONS);
    const listed = lines.slice(from, from + limit);
    return this.reader.read([HISTORY], asked, async (manager, shown) => {
      const histories = await readHistories(
        manager,
        listed.map(({ contribution }) => contribution),
      );
      return {
        shown,
        items: listed.map((line) => withWords(line, histories.get(line.contribution))),
        next: from + limit < lines.length ? encodeCursor([from + limit]) : null,
      };
    });
  }
}

type Line = ReportData['chapters']['answers']['lines'][number];

/** What is redacted is shown as what stands instead of it. */
function withWords(line: Line, history: History | undefined): ReportContributions['items'][number] {
  const events = history?.events ?? [];
  const recorded = events.find((event) => event.id === line.recorded);
  const given = new Set(line.points.flatMap(({ answer }) => answer?.event ?? []));
  return {
    ...line,
    words: recorded ? { title: readIn(events, recorded, 'title'), text: readIn(events, recorded, 'text') } : {},
    answers: Object.fromEntries(events.filter((event) => given.has(event.id)).map((event) => [event.id, event.words])),
  };
}
