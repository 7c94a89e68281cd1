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
import type { Committee, CommitteesAnswer } from './committees.answer';
import { FindCommittee, ListCommittees } from './committees.query';

const object = filterInput.consultation;
const input = z.object({ ...pageInput, consultation: object, authority: object, commitment: object, decision: object });

@ApiTags('committees')
@Controller('api/v1/committees')
export class CommitteeViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Follow-up committees, the latest established first' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of them; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, consultation, authority, commitment, decision }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommitteesAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const filters = {
      naming: typed(consultation) ?? typed(authority) ?? typed(commitment) ?? typed(decision),
      cursor,
      limit,
    };
    return answerView(request, reply, asked, await this.queries.execute(new ListCommittees(filters, asked)));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A follow-up committee: its mandate, members and their ties, samples, findings and replies',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The committee, and whether it is independent today' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Committee | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const found = await this.queries.execute(new FindCommittee(id, asked));
    if (!found) throw unknownCommittee();
    return answerView(request, reply, asked, found);
  }
}

const unknownCommittee = (): ProblemError =>
  new ProblemError(404, 'committee.unknown', {
    fr: 'Aucun comité de suivi ne porte cet identifiant. La liste des comités est à /api/v1/committees.',
    en: 'No committee has this id. See /api/v1/committees for the list.',
  });
