import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { ErasuresAnswer } from './erasures.answer';
import { SeeErasures } from './see-erasures.query';

const input = z.object({ target: z.string().max(80).optional(), ...pageInput });

@ApiTags('erasures')
@Controller('api/v1/erasures')
export class ErasuresListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Erasures asked for, ordered, carried out and refused: object, ground, date, office and counts; never the words',
  })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of erasures; give `next` back as `cursor` for the following one' })
  async see(
    @QueryInput(input) { target, cursor, limit }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasuresAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(new SeeErasures({ target }, asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }
}
