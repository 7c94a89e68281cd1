import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { csvLine } from '@fil/ui/format/csv-line';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn, ApiQueryInput, filterInput, pageInput, QueryInput } from '../reading/query-input';
import { Today } from '../reading/today';
import type { Encounter, EncountersAnswer } from './encounters.answer';
import { FindEncounter, ListEncounters } from './encounters.query';
import { numbersToPrint } from './slip-list';

const input = z.object({ ...pageInput, consultation: filterInput.consultation });

@ApiTags('encounters')
@Controller('api/v1/encounters')
export class EncountersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Encounters, the latest recorded first' })
  @ApiQueryInput(input)
  @ApiOkResponse({ description: 'A page of encounters; give `next` back as `cursor` for the following one' })
  async list(
    @QueryInput(input) { cursor, limit, consultation }: z.infer<typeof input>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EncountersAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    const filters = { consultation, cursor, limit };
    return answerView(request, reply, asked, await this.queries.execute(new ListEncounters(filters, asked)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'An encounter: what was asked, who came, and what became of its sheets' })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The encounter' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Encounter | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const encounter = await this.queries.execute(new FindEncounter(id, asked));
    if (!encounter) throw unknownEncounter();
    return answerView(request, reply, asked, encounter);
  }

  @Get(':id/slips')
  @ApiOperation({ summary: 'The numbers to print on its slips, one per line' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'One table with one column, number' })
  async slips(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const encounter = await this.queries.execute(new FindEncounter(id, askedBy(request, this.today.day())));
    if (!encounter) throw unknownEncounter();
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="fiches.csv"')
      .header('cache-control', 'no-store')
      .send(
        csvLine(['number']) +
          numbersToPrint(encounter.slips.blocks)
            .map((number) => csvLine([number]))
            .join(''),
      );
  }
}

const unknownEncounter = (): ProblemError =>
  new ProblemError(404, 'encounter.unknown', {
    fr: 'Aucune rencontre ne porte cet identifiant. La liste des rencontres est à /api/v1/encounters.',
    en: 'No encounter has this id. See /api/v1/encounters for the list.',
  });
