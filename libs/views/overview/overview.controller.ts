import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { OverviewAnswer } from './overview.answer';
import { SeeOverview } from './see-overview.query';

const input = z.object({ consultation: filterInput.consultation, seen: pageInput.seen, lang: pageInput.lang });

@ApiTags('overview')
@Controller('api/v1/overview')
export class OverviewController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What became of everything received: counts by outcome, reason and progress, and the flow between them',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'The figures, at the size of the log shown' })
  async see(
    @QueryInput(input) { consultation }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OverviewAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    return answerView(request, reply, asked, await this.queries.execute(new SeeOverview({ consultation }, asked)));
  }
}
