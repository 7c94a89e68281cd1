import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';
import { ListBacklog } from '@fil/views/backlog/list-backlog.query';
import { ListConsultations } from '@fil/views/consultations/consultations.query';
import { SeeOverview } from '@fil/views/overview/see-overview.query';
import { askedBy, given } from '../asked';
import { HomePage } from './home.page';

/** How many of the longest waiting stand on the home page. */
const LONGEST = 5;

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly queries: QueryBus,
    private readonly site: SiteSettings,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const asked = askedBy(visit);
    const consultation = given(visit.query.consultation);
    const [overview, backlog, consultations] = await Promise.all([
      this.queries.execute(new SeeOverview({ consultation }, asked)),
      this.queries.execute(new ListBacklog({ consultation }, asked, { limit: LONGEST })),
      this.queries.execute(new ListConsultations(asked)),
    ]);
    const flowBy = visit.query.flow === 'channel' ? 'channel' : 'theme';
    const cacheable = ![overview, backlog, consultations].some(({ shown }) => shown.asOf);
    const page = HomePage({ frame: frameOf(visit, this.site), overview, backlog, consultations, flowBy });
    sendPage(request, reply, visit, page, { cacheable });
  }
}
