import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import { typed } from '../reading/typed';
import { MEMBER_STATES } from '../standings/carried';
import type { SynthesesAnswer, Synthesis, SynthesisMembersAnswer } from './syntheses.answer';
import { FindSynthesis, ListSyntheses, ListSynthesisMembers } from './syntheses.query';

const listInput = z.object({ consultation: filterInput.consultation, ...pageInput });
const membersInput = z.object({ state: z.enum(MEMBER_STATES).optional(), ...pageInput });

@ApiTags('syntheses')
@Controller('api/v1/syntheses')
export class SynthesisViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Syntheses, the latest opened first' })
  @ApiQueryInput(listInput)
  @ApiOkResponse({ description: 'A page of syntheses; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(listInput) { consultation, ...page }: z.infer<typeof listInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SynthesesAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(new ListSyntheses(typed(consultation), asked, page));
    return answerView(request, reply, asked, answer);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A synthesis: texts, divergences, answers, and how far the answer that stands has come',
  })
  @ApiOkResponse({ description: 'The synthesis' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Synthesis | undefined> {
    const asked = askedBy(request, this.today.day());
    const synthesis = await this.queries.execute(new FindSynthesis(id, asked));
    if (!synthesis) throw unknownSynthesis();
    return answerView(request, reply, asked, synthesis);
  }

  @Get(':id/members')
  @ApiOperation({
    summary: 'Whom a synthesis groups, in the order in which they joined, and whether its answer has reached each',
  })
  @ApiQueryInput(membersInput)
  @ApiOkResponse({ description: 'A page of members; give `next` back as `cursor` for the following one' })
  async members(
    @Param('id') id: string,
    @QueryInput(membersInput) { state, ...page }: z.infer<typeof membersInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SynthesisMembersAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const members = await this.queries.execute(new ListSynthesisMembers(id, state ?? null, asked, page));
    if (!members) throw unknownSynthesis();
    return answerView(request, reply, asked, members);
  }
}

const unknownSynthesis = (): ProblemError =>
  new ProblemError(404, 'synthesis.unknown', {
    fr: 'Aucune synthèse ne porte cet identifiant. La liste des synthèses est à /api/v1/syntheses.',
    en: 'No synthesis has this id. See /api/v1/syntheses for the list.',
  });
