import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { BacklogAnswer } from './backlog.answer';
import { ListBacklog } from './list-backlog.query';

const { consultation, department } = filterInput;
const input = z.object({
  consultation,
  authority: consultation,
  department,
  function: department,
  late: z.enum(['true', 'false', '1', '0', '']).optional(),
  ...pageInput,
});

@ApiTags('backlog')
@Controller('api/v1/backlog')
export class BacklogController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Contributions that still wait for an answer, longest waiting first, with the day it was promised for',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of contributions; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, late, ...filters }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BacklogAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const lateOnly = late === 'true' || late === '1';
    return answerView(
      request,
      reply,
      asked,
      await this.queries.execute(new ListBacklog({ ...filters, lateOnly }, asked, { cursor, limit })),
    );
  }
}
