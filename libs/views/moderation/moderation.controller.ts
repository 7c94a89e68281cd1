import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { ModerationAnswer } from './moderation.answer';
import { SeeModeration } from './see-moderation.query';

const input = z.object({ consultation: filterInput.consultation, ...pageInput });

@ApiTags('moderation')
@Controller('api/v1/moderation')
export class ModerationListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Moderation decisions and what became of appeals: ground, date, capacity and counts; never the words',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of decisions; give `next` back as `cursor` for the following one' })
  async see(
    @QueryInput(input) { consultation, cursor, limit }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModerationAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(new SeeModeration({ consultation }, asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }
}
