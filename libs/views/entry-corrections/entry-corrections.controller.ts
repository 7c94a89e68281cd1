import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { EntryCorrectionsAnswer } from './entry-corrections.answer';
import { SeeEntryCorrections } from './see-entry-corrections.query';

const input = z.object({ consultation: filterInput.consultation, ...pageInput });

@ApiTags('entry-corrections')
@Controller('api/v1/entry-corrections')
export class EntryCorrectionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Errors of entry that were corrected: both values, the reason, and how many there are' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of corrections; give `next` back as `cursor` for the following one' })
  async see(
    @QueryInput(input) { consultation, cursor, limit }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryCorrectionsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(new SeeEntryCorrections({ consultation }, asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }
}
