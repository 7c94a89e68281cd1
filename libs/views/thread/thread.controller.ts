import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown } from '../reading/answer-view';
import { ApiAsKnownOn } from '../reading/query-input';
import { Today } from '../reading/today';
import { FindThread, type ThreadReference } from './find-thread.query';
import type { Thread } from './thread.answer';

/** What stands in an address: an id, a public number, or `<source>:<id in the source>`. */
export function referenceFrom(typed: string): ThreadReference {
  if (isObjectId(typed)) return { id: typed };
  const separator = typed.indexOf(':');
  if (separator > 0) return { source: { name: typed.slice(0, separator), id: typed.slice(separator + 1) } };
  return { number: typed };
}

@ApiTags('contributions')
@Controller('api/v1/contributions')
export class ThreadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get(':reference')
  @ApiOperation({
    summary:
      'The whole thread of a contribution: what was said, the answers, the commitments, and everything that happened',
  })
  @ApiParam({
    name: 'reference',
    description: 'Its id, its public number (259-G), or a source and its id there (paris:1234)',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The thread. Words are a text by language, {"withheld":true} or {"erased":true}' })
  async find(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Thread | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const thread = await this.queries.execute(new FindThread(referenceFrom(reference), asked));
    if (!thread) {
      throw new ProblemError(404, 'contribution.unknown', {
        fr: 'Aucune contribution ne porte cette référence. Vérifiez le numéro : il se termine par un tiret et une lettre de contrôle, comme 259-G.',
        en: 'No contribution has this reference. Check the number: it ends with a hyphen and a check letter, as in 259-G.',
      });
    }
    return answerView(request, reply, asked, thread);
  }
}
