import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Receipts } from '@fil/log/receipts/receipts';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { addressOf, visitOf } from '@fil/ui/page/visit';
import { SearchContributions } from '@fil/views/search/search-contributions.query';
import { FindThread } from '@fil/views/thread/find-thread.query';
import { askedBy, given } from '../asked';
import { receiptAddress } from '@fil/ui/page/receipt-addresses';
import { locatorIn } from '../receipt/receipt-reference';
import { contributionAddress } from '../words/addresses';
import { looksLikeNumber } from './receipt-number';
import { SearchPage } from './search.page';

@ApiExcludeController()
@Controller()
export class SearchController {
  constructor(
    private readonly queries: QueryBus,
    private readonly receipts: Receipts,
    private readonly site: SiteSettings,
  ) {}

  /** Words find a list; the number of a receipt leads straight to its thread, a locator to the receipt of its entry. */
  @Get('contributions')
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const asked = askedBy(visit);
    const { q, theme, outcome, progress, consultation, cursor } = visit.query;
    if (q !== undefined && looksLikeNumber(q)) {
      const thread = await this.queries.execute(new FindThread({ number: q }, asked));
      if (thread) {
        void reply.redirect(addressOf(visit, contributionAddress(thread.id)), 302);
        return;
      }
    }
    const locator = q === undefined ? null : locatorIn(q);
    const entry = locator && (await this.receipts.entry(locator));
    if (entry) {
      void reply.redirect(addressOf(visit, receiptAddress(entry.id)), 302);
      return;
    }
    const filters = {
      q: given(q),
      theme: given(theme),
      outcome: given(outcome),
      progress: given(progress),
      consultation: given(consultation),
    };
    const found = await this.queries.execute(
      new SearchContributions(filters, asked, { cursor: given(cursor) ?? null }),
    );
    const page = SearchPage({ frame: frameOf(visit, this.site), found, filters });
    sendPage(request, reply, visit, page, { cacheable: !found.shown.asOf });
  }
}
