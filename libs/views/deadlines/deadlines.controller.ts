import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DEADLINE_STATES, type DeadlineState } from '@fil/facts/codes/deadline-course';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedBy } from '../reading/answer-view';
import { ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { DeadlineAnswer, DeadlinesAnswer } from './deadlines.answer';
import { FindDeadline, ListDeadlines } from './deadlines.query';

const id = z.string().max(80).optional();
const LIST_OF_STATES = new RegExp(`^(?:(?:${DEADLINE_STATES.join('|')})(?:,(?!$)|$))*$`);

const input = z.object({
  /** Several are separated by commas. */
  state: z.string().max(200).regex(LIST_OF_STATES, { error: 'deadlineStates' }).optional(),
  owner: id,
  authority: id,
  consultation: id,
  about: id,
  rule: id,
  ...pageInput,
});

/** Blank parameters come from forms in which nothing was chosen. */
const chosen = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

@ApiTags('deadlines')
@Controller('api/v1/deadlines')
export class DeadlineViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Deadlines, the earliest due first: running, kept, missed, moved, waived' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of deadlines; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, state, owner, authority, consultation, about, rule }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadlinesAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const filters = {
      states: (chosen(state)?.split(',') ?? []) as DeadlineState[],
      owner: chosen(owner),
      authority: chosen(authority),
      consultation: chosen(consultation),
      about: chosen(about),
      rule: chosen(rule),
    };
    return answerView(
      request,
      reply,
      asked,
      await this.queries.execute(new ListDeadlines(filters, asked, { cursor, limit })),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'A deadline: its rule, how its day was counted, what became of it' })
  @ApiOkResponse({ description: 'The deadline' })
  async find(
    @Param('id') deadline: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadlineAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const found = await this.queries.execute(new FindDeadline(deadline, asked));
    if (!found) {
      throw new ProblemError(404, 'deadline.unknown', {
        fr: 'Aucun délai ne porte cet identifiant. La liste des délais est à /api/v1/deadlines.',
        en: 'No deadline has this id. See /api/v1/deadlines for the list.',
      });
    }
    return answerView(request, reply, asked, found);
  }
}
