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
import type { Evaluation, EvaluationsAnswer } from './evaluations.answer';
import { FindEvaluation, ListEvaluations } from './evaluations.query';

const object = filterInput.consultation;
const input = z.object({ ...pageInput, consultation: object, authority: object, commitment: object, decision: object });

@ApiTags('evaluations')
@Controller('api/v1/evaluations')
export class EvaluationViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Participatory evaluations, the latest opened first' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of them; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, consultation, authority, commitment, decision }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvaluationsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const filters = {
      naming: typed(consultation) ?? typed(authority) ?? typed(commitment) ?? typed(decision),
      cursor,
      limit,
    };
    return answerView(request, reply, asked, await this.queries.execute(new ListEvaluations(filters, asked)));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'An evaluation: criteria, what contributors and the panel answered, and the authority’s response',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The evaluation; counts of fewer than five people are not told' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const found = await this.queries.execute(new FindEvaluation(id, asked));
    if (!found) throw unknownEvaluation();
    return answerView(request, reply, asked, found);
  }
}

const unknownEvaluation = (): ProblemError =>
  new ProblemError(404, 'evaluation.unknown', {
    fr: 'Aucune évaluation ne porte cet identifiant. La liste des évaluations est à /api/v1/evaluations.',
    en: 'No evaluation has this id. See /api/v1/evaluations for the list.',
  });
