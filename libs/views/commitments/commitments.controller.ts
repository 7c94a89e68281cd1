import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROGRESS } from '@fil/facts/codes/progress';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn, ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { Commitment, CommitmentsAnswer } from './commitments.answer';
import { FindCommitment, ListCommitments } from './commitments.query';

const object = z.string().max(80).optional();
const code = z.string().max(60).optional();
const only = z.enum(['true', 'false', '1', '0', '']).optional();
const listInput = z.object({
  authority: object,
  consultation: object,
  decision: object,
  parent: object,
  owner: code,
  accountable: code,
  progress: z.preprocess((value) => (value === '' ? undefined : value), z.enum(PROGRESS).optional()),
  late: only,
  noNews: only,
  ...pageInput,
});
const isAsked = (value: z.infer<typeof only>): boolean => value === 'true' || value === '1';

@ApiTags('commitments')
@Controller('api/v1/commitments')
export class CommitmentViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Commitments, the latest made first: owner, dates first planned and planned now, progress' })
  @ApiQueryInput(listInput)
  @ApiOkResponse({ description: 'A page of commitments; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(listInput) { cursor, limit, late, noNews, seen: _, lang: __, ...filters }: z.infer<typeof listInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommitmentsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const answer = await this.queries.execute(
      new ListCommitments({ ...filters, lateOnly: isAsked(late), noNewsOnly: isAsked(noNews) }, asked, {
        cursor,
        limit,
      }),
    );
    return answerView(request, reply, asked, answer);
  }

  @Get(':id')
  @ApiOperation({
    summary:
      'A commitment: every planned date, stages, money, parts with their weights, and what the authority, contributors and committees say of it',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The commitment' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Commitment | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const commitment = await this.queries.execute(new FindCommitment(id, asked));
    if (!commitment) {
      throw new ProblemError(404, 'commitment.unknown', {
        fr: 'Aucun engagement ne porte cet identifiant. La liste des engagements est à /api/v1/commitments.',
        en: 'No commitment has this id. See /api/v1/commitments for the list.',
      });
    }
    return answerView(request, reply, asked, commitment);
  }
}
