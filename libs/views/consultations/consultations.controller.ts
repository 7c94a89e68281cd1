import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '@fil/ui/http/problem';
import { answerView, askedAsKnown, askedBy } from '../reading/answer-view';
import { ApiAsKnownOn } from '../reading/query-input';
import { Today } from '../reading/today';
import type { Consultation, ConsultationsAnswer } from './consultations.answer';
import { FindConsultation, ListConsultations } from './consultations.query';

@ApiTags('consultations')
@Controller('api/v1/consultations')
export class ConsultationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly today: Today,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Consultations: open ones first, then the latest' })
  @ApiOkResponse({ description: 'All consultations with their counts' })
  async list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsultationsAnswer | undefined> {
    const asked = askedBy(request, this.today.day());
    return answerView(request, reply, asked, await this.queries.execute(new ListConsultations(asked)));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A consultation and its mandate: what is open, what is not and why, who answers and by when',
  })
  @ApiAsKnownOn()
  @ApiOkResponse({ description: 'The consultation' })
  async find(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Consultation | undefined> {
    const asked = askedAsKnown(request, this.today.day());
    const consultation = await this.queries.execute(new FindConsultation(id, asked));
    if (!consultation) {
      throw new ProblemError(404, 'consultation.unknown', {
        fr: 'Aucune démarche ne porte cet identifiant. La liste des démarches est à /api/v1/consultations.',
        en: 'No consultation has this id. See /api/v1/consultations for the list.',
      });
    }
    return answerView(request, reply, asked, consultation);
  }
}
