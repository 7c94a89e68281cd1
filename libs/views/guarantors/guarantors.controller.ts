import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn, ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import { typed } from '../reading/typed';
import type { Guarantor, GuarantorsAnswer } from './guarantors.answer';
import { FindGuarantor, ListGuarantors } from './guarantors.query';

const object = filterInput.consultation;
const input = z.object({ ...pageInput, consultation: object, authority: object });

@ApiTags('guarantors')
@Controller('api/v1/guarantors')
export class GuarantorViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Guarantors, the latest appointed first' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of them; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, consultation, authority }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuarantorsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const filters = { consultation: typed(consultation), authority: typed(authority), cursor, limit };
    return answerView(request, reply, asked, await this.queries.execute(new ListGuarantors(filters, asked)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'A guarantor: what it recommends, says and reports, and what is answered' })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The guarantor, named by its function' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Guarantor | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const found = await this.queries.execute(new FindGuarantor(id, asked));
    if (!found) throw unknownGuarantor();
    return answerView(request, reply, asked, found);
  }
}

const unknownGuarantor = (): ProblemError =>
  new ProblemError(404, 'guarantor.unknown', {
    fr: 'Aucun garant ne porte cet identifiant. La liste des garants est à /api/v1/guarantors.',
    en: 'No guarantor has this id. See /api/v1/guarantors for the list.',
  });
