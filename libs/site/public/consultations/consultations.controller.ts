import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { bilingual, PageProblem } from '@fil/ui/page/page-problem';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';
import { ListBacklog } from '@fil/views/backlog/list-backlog.query';
import { FindConsultation, ListConsultations } from '@fil/views/consultations/consultations.query';
import { askedBy } from '../asked';
import { streamOf } from '../words/addresses';
import { ConsultationPage } from './consultation.page';
import { ConsultationsPage } from './consultations.page';

@ApiExcludeController()
@Controller()
export class ConsultationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly site: SiteSettings,
  ) {}

  @Get('demarches')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const consultations = await this.queries.execute(new ListConsultations(askedBy(visit)));
    const page = ConsultationsPage({ frame: frameOf(visit, this.site), consultations });
    sendPage(request, reply, visit, page, { cacheable: !consultations.shown.asOf });
  }

  @Get('demarches/:id')
  async show(@Param('id') part: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const asked = askedBy(visit);
    const id = streamOf('consultation', part);
    const consultation = id && (await this.queries.execute(new FindConsultation(id, asked)));
    if (!consultation) {
      throw new PageProblem(
        404,
        'consultation.unknown',
        bilingual((t) => t.errors.consultationTitle),
        bilingual((t) => t.errors.consultation),
      );
    }
    const { totals, shown } = await this.queries.execute(
      new ListBacklog({ consultation: consultation.id }, asked, { limit: 1 }),
    );
    const waiting = Math.max(0, totals.waiting - totals.late);
    const page = ConsultationPage({ frame: frameOf(visit, this.site), consultation, waiting });
    sendPage(request, reply, visit, page, { cacheable: !consultation.shown.asOf && !shown.asOf });
  }
}
