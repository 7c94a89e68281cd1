import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import type { ReportScope } from '@fil/facts/report/report-scope';
import { isKnownTag } from '@fil/ui/http/known-tag';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import { typed } from '../reading/typed';
import type { Report, ReportContributions, ReportDraft, ReportsAnswer } from './reports.answer';
import { DraftReport, FindReport, ListReportContributions, ListReports, ReadReportData } from './reports.query';

const object = z.string().max(80).optional();
const size = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).optional());
const listInput = z.object({ consultation: object, authority: object, ...pageInput });
const draftInput = z.object({
  consultation: z.string().max(4_000).optional(),
  authority: object,
  size,
  seen: pageInput.seen,
  lang: pageInput.lang,
});
const dataInput = z.object({ size, lang: pageInput.lang });
const pagesInput = z.object(pageInput);

/** Under an id that names exactly these bytes they stay the same. */
const A_YEAR = 'public, max-age=31536000, immutable';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Accountability reports, the latest first' })
  @ApiQueryInput(listInput)
  @ApiOkResponse({ description: 'A page of reports; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(listInput) { consultation, authority, cursor, limit }: z.infer<typeof listInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const naming = typed(consultation) ?? typed(authority);
    const answer = await this.queries.execute(new ListReports(naming, asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }

  @Get('draft')
  @ApiOperation({
    summary: 'What a report on this scope and this size would say: fourteen chapters, computed from the log',
    description:
      '`consultation`: one id or several, separated by commas; `authority`: all its consultations; neither: the whole register. Nothing is recorded. Publish it with its `size` and `dataSha256`.',
  })
  @ApiQueryInput(draftInput)
  @ApiOkResponse({ description: 'The chapters, the words of what they cite, and the hash of the full data' })
  async draft(
    @QueryInput(draftInput) input: z.infer<typeof draftInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportDraft | undefined> {
    const asked = askedBy(request, this.today.day());
    const scope = scopeAsked(input.consultation, input.authority);
    const draft = await this.queries.execute(new DraftReport(scope, input.size ?? null, asked));
    if (!draft) {
      throw new ProblemError(404, 'report.nothingToAccountFor', {
        fr: 'À cette taille, le registre ne contient pas la démarche indiquée, ou n’en contient aucune. La liste des démarches est à /api/v1/consultations.',
        en: 'At this size the register does not have the consultation named, or has none. See /api/v1/consultations for the list.',
      });
    }
    // A size in the past gives the same chapters for ever, but not the same words.
    return answerView(request, reply, asked, draft);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A published report: chapters, opinions unedited, corrections, contests' })
  @ApiOkResponse({ description: 'The report, its figures as at its cut, its words as they may be shown today' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report | undefined> {
    const asked = askedBy(request, this.today.day());
    const report = await this.queries.execute(new FindReport(id, asked));
    if (!report) throw unknownReport();
    return answerView(request, reply, asked, report);
  }

  @Get(':id/contributions')
  @ApiOperation({ summary: 'Every contribution a report accounts for, with its words and its answers' })
  @ApiQueryInput(pagesInput)
  @ApiOkResponse({ description: 'A page of them, in the order in which they came' })
  async contributions(
    @Param('id') id: string,
    @QueryInput(pagesInput) { cursor, limit }: z.infer<typeof pagesInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportContributions | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(new ListReportContributions(id, asked, { cursor, limit }));
    if (!answer) throw unknownReport();
    return answerView(request, reply, asked, answer);
  }

  @Get(':id/data.json')
  @ApiOperation({
    summary: 'The full data of a report, in canonical JSON: its SHA-256 is the one that the report states',
    description: '`size`: of an earlier version, before a correction.',
  })
  @ApiProduces('application/json')
  @ApiQueryInput(dataInput)
  @ApiOkResponse({ description: 'The same bytes for ever, computed from the entries up to the size' })
  async data(
    @Param('id') id: string,
    @QueryInput(dataInput) { size: wanted }: z.infer<typeof dataInput>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = askedBy(request, this.today.day());
    const drawn = await this.queries.execute(new ReadReportData(id, wanted ?? null, asked));
    if (!drawn) throw unknownReport();
    const etag = `"${drawn.sha256}"`;
    void reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${id}.json"`)
      .header('etag', etag)
      .header('cache-control', wanted === undefined ? 'public, no-cache' : A_YEAR);
    await (isKnownTag(request.headers['if-none-match'], etag) ? reply.status(304).send() : reply.send(drawn.bytes));
  }
}

const unknownReport = (): ProblemError =>
  new ProblemError(404, 'report.unknown', {
    fr: 'Aucun rapport publié ne porte cet identifiant, ou il n’a pas de version à cette taille. La liste des rapports est à /api/v1/reports.',
    en: 'No published report has this id, or it has no version at this size. See /api/v1/reports for the list.',
  });

/** @throws ProblemError 400 */
function scopeAsked(consultation: string | undefined, authority: string | undefined): ReportScope {
  const consultations = [
    ...new Set(
      (consultation ?? '')
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ];
  const wrong =
    consultations.length > 50 ||
    consultations.some((id) => !isObjectId(id) || aggregateOf(id) !== 'consultation') ||
    (authority && (consultations.length > 0 || !isObjectId(authority) || aggregateOf(authority) !== 'authority'));
  if (wrong)
    throw new ProblemError(400, 'report.scopeInvalid', {
      fr: 'Indiquez les identifiants d’une ou plusieurs démarches (50 au plus, séparés par des virgules), ou celui d’une autorité, ou aucun des deux.',
      en: 'Give the ids of one or several consultations (at most 50, separated by commas), or the id of an authority, or neither.',
    });
  if (consultations.length > 0) return { kind: 'consultations', consultations: consultations.sort() };
  return authority ? { kind: 'authority', authority } : { kind: 'register' };
}
