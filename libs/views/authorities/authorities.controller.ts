import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn, ApiQueryInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { AuthoritiesAnswer, Authority } from './authorities.answer';
import { FindAuthority, ListAuthorities } from './authorities.query';

const listInput = z.object(pageInput);

@ApiTags('authorities')
@Controller('api/v1/authorities')
export class AuthorityViewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Authorities, the latest registered first' })
  @ApiQueryInput(listInput)
  @ApiOkResponse({ description: 'A page of authorities; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(listInput) page: z.infer<typeof listInput>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthoritiesAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    return answerView(request, reply, asked, await this.queries.execute(new ListAuthorities(asked, page)));
  }

  @Get(':id')
  @ApiOperation({
    summary:
      'An authority: bodies, functions, themes, territories, sessions with their moves, deadline rules with their versions, listening points, mandates, periods, settings',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The authority' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authority | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const authority = await this.queries.execute(new FindAuthority(id, asked));
    if (!authority) {
      throw new ProblemError(404, 'authority.unknown', {
        fr: 'Aucune collectivité ne porte cet identifiant. La liste des collectivités est à /api/v1/authorities.',
        en: 'No authority has this id. See /api/v1/authorities for the list.',
      });
    }
    return answerView(request, reply, asked, authority);
  }
}
