import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { SearchAnswer } from './search.answer';
import { SearchContributions } from './search-contributions.query';

const { q, theme, outcome, progress, consultation } = filterInput;
const input = z.object({ q, theme, outcome, progress, consultation, ...pageInput });

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class SearchContributionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Published contributions: words to find, filters, counts for each filter; the latest first without words',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of contributions; give `next` back as `cursor` for the following one' })
  async search(
    @QueryInput(input) { cursor, limit, ...filters }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SearchAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    return answerView(
      request,
      reply,
      asked,
      await this.queries.execute(new SearchContributions(filters, asked, { cursor, limit })),
    );
  }
}
