import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn, ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import { typed } from '../reading/typed';
import type { Decision, DecisionsAnswer } from './decisions.answer';
import { FindDecision, ListDecisions } from './decisions.query';

const object = z.string().max(80).optional();
const listInput = z.object({ consultation: object, authority: object, ...pageInput });

@ApiTags('decisions')
@Controller('api/v1/decisions')
export class DecisionViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Decisions, the latest registered first, with whether each may still be relied on' })
  @ApiQueryInput(listInput)
  @ApiOkResponse({ description: 'A page of decisions; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(listInput) { consultation, authority, cursor, limit }: z.infer<typeof listInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const naming = typed(consultation) ?? typed(authority);
    const answer = await this.queries.execute(new ListDecisions(naming, asked, { cursor, limit }));
    return answerView(request, reply, asked, answer);
  }

  @Get(':id')
  @ApiOperation({
    summary:
      'A decision: its act and votes, the path declared and taken, reasons, later acts, courts, and what rests on it',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The decision' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Decision | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const decision = await this.queries.execute(new FindDecision(id, asked));
    if (!decision) {
      throw new ProblemError(404, 'decision.unknown', {
        fr: 'Aucune décision ne porte cet identifiant. La liste des décisions est à /api/v1/decisions.',
        en: 'No decision has this id. See /api/v1/decisions for the list.',
      });
    }
    return answerView(request, reply, asked, decision);
  }
}
