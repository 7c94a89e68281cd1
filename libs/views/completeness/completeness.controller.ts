import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import { COMPLETENESS_BY, type CompletenessAnswer } from './completeness.answer';
import { SeeCompleteness } from './see-completeness.query';

const input = z.object({
  by: z.enum(COMPLETENESS_BY).or(z.literal('')).optional(),
  consultation: filterInput.consultation,
  seen: pageInput.seen,
  lang: pageInput.lang,
});

@ApiTags('completeness')
@Controller('api/v1/completeness')
export class CompletenessController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Of all that was received, how much was published, moderated, answered, late: in all, and by consultation, department, function, channel or theme',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'Figures; nothing received is left out' })
  async see(
    @QueryInput(input) { by, consultation }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompletenessAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const query = new SeeCompleteness(by || 'consultation', consultation ?? null, asked);
    return answerView(request, reply, asked, await this.queries.execute(query));
  }
}
