import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ACTOR_ROLES } from '@fil/facts/kit/actor';
import { isPossibleDate } from '@fil/facts/dates/calendar-date';
import { csvLine } from '@fil/ui/format/csv-line';
import { languageOf, type Language } from '@fil/ui/language';
import { answerView, askedAsKnown } from '../reading/answer-view';
import { ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import type { Asked } from '../reading/shown';
import { Today } from '../reading/today';
import { SeeTimeline, type TimelineFilters } from './see-timeline.query';
import type { TimelineAnswer } from './timeline.answer';
import { TIMELINE_COLUMNS, timelineLine } from './timeline-csv';

const blank = z.literal('');
const day = z
  .string()
  .refine((value) => value === '' || isPossibleDate(value), { error: 'date' })
  .optional();
const filters = {
  object: z.string().max(80).optional(),
  about: z.string().max(80).optional(),
  role: z.enum(ACTOR_ROLES).or(blank).optional(),
  body: z.string().max(60).optional(),
  type: z.string().max(80).optional(),
  from: day,
  to: day,
  order: z.enum(['latest', 'oldest']).or(blank).optional(),
  asKnownOn: day,
};
const input = z.object({ ...filters, ...pageInput });
const exportInput = z.object({ ...filters, lang: pageInput.lang });

/** Events of one page of an export. */
const EXPORT_PAGE = 1_000;

@ApiTags('timeline')
@Controller('api/v1')
export class TimelineController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get('timeline')
  @ApiOperation({
    summary: 'Who did what, in which capacity, when: over everything, each row with its event and its index in the log',
    description:
      '`object`: what happened to one object; `about`: also what happened to those that follow from it. `type`: `commitment`, `commitment.rescheduled` or `commitment.rescheduled/1`.',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of events; give `next` back as `cursor` for the following one' })
  async see(
    @QueryInput(input) { cursor, limit, ...asksFor }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineAnswer | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const answer = await this.queries.execute(new SeeTimeline(chosen(asksFor), asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }

  @Get('timeline.csv')
  @ApiOperation({ summary: 'The same as one table: codes, dates and facts, without words' })
  @ApiProduces('text/csv')
  @ApiQueryInput(exportInput)
  @ApiOkResponse({ description: 'All events that fit, of one moment' })
  async export(
    @QueryInput(exportInput) asksFor: z.infer<typeof exportInput>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = askedAsKnown(request, this.today.day());
    const lines = this.lines(chosen(asksFor), asked, languageOf(request));
    // The first page is read before anything is sent: what is wrong with the question still becomes an answer.
    const first = await lines.next();
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="chronologie.csv"')
      .header('cache-control', 'no-store')
      .send(Readable.from(resumed(first, lines)));
    await reply;
  }

  /** A page of lines at a time, however long the log. */
  private async *lines(asksFor: TimelineFilters, asked: Asked, language: Language): AsyncGenerator<string, void> {
    let cursor: string | null = null;
    let upTo: number | undefined;
    let head = csvLine(TIMELINE_COLUMNS);
    do {
      const page: TimelineAnswer = await this.queries.execute(
        new SeeTimeline(asksFor, asked, { cursor, limit: EXPORT_PAGE, upTo }),
      );
      upTo ??= page.shown.size;
      cursor = page.next;
      yield head + page.items.map((row) => timelineLine(row, language)).join('');
      head = '';
    } while (cursor !== null);
  }
}

async function* resumed(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** A filter in which nothing was chosen asks for nothing. */
const chosen = ({ role, order, ...others }: z.infer<typeof exportInput>): TimelineFilters => ({
  ...others,
  role: role || undefined,
  order: order || undefined,
});
