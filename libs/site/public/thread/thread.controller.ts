import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Receipts } from '@fil/log/receipts/receipts';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { bilingual, PageProblem } from '@fil/ui/page/page-problem';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { addressOf, visitOf } from '@fil/ui/page/visit';
import { FindThread } from '@fil/views/thread/find-thread.query';
import { askedBy } from '../asked';
import { contributionAddress, streamOf } from '../words/addresses';
import { ThreadPage } from './thread.page';

@ApiExcludeController()
@Controller()
export class ThreadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly receipts: Receipts,
    private readonly site: SiteSettings,
  ) {}

  @Get('contributions/:id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const asked = askedBy(visit);
    const stream = streamOf('contribution', id);
    const thread = stream && (await this.queries.execute(new FindThread({ id: stream }, asked)));
    if (!thread) {
      throw new PageProblem(
        404,
        'contribution.unknown',
        bilingual((t) => t.errors.contributionTitle),
        bilingual((t) => t.errors.contribution),
      );
    }
    const receipt = await this.receipts.now({ event: thread.recorded.event });
    const page = ThreadPage({ frame: frameOf(visit, this.site), thread, receipt, today: asked.today });
    sendPage(request, reply, visit, page, { cacheable: !thread.shown.asOf });
  }

  /** The number of a receipt, as read aloud or typed. */
  @Get('c/:number')
  async byNumber(@Param('number') number: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = visitOf(request);
    const thread = await this.queries.execute(new FindThread({ number }, askedBy(visit)));
    if (!thread) {
      const shown = number.slice(0, 30);
      throw new PageProblem(
        404,
        'contribution.unknownNumber',
        bilingual((t) => t.errors.numberTitle(shown)),
        bilingual((t) => t.errors.number),
      );
    }
    void reply.redirect(addressOf(visit, contributionAddress(thread.id), { seen: visit.seen }), 302);
  }
}
