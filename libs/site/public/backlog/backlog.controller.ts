import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';
import { ListBacklog } from '@fil/views/backlog/list-backlog.query';
import { askedBy, given } from '../asked';
import { BacklogPage } from './backlog.page';

@ApiExcludeController()
@Controller()
export class BacklogController {
  constructor(
    private readonly queries: QueryBus,
    private readonly site: SiteSettings,
  ) {}

  @Get(['sans-reponse', 'backlog'])
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const { consultation, department, late, cursor } = visit.query;
    const filters = { consultation: given(consultation), department: given(department), lateOnly: late === '1' };
    const backlog = await this.queries.execute(
      new ListBacklog(filters, askedBy(visit), { cursor: given(cursor) ?? null }),
    );
    const page = BacklogPage({ frame: frameOf(visit, this.site), backlog, filters });
    sendPage(request, reply, visit, page, { cacheable: !backlog.shown.asOf });
  }
}
