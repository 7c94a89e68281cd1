import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import { Receipts } from '@fil/log/receipts/receipts';
import type { Disclosed } from '@fil/log/vault/vault';
import { inGroups } from '@fil/record/contributions/author-key/author-key';
import { contributionAuthorKey } from '@fil/record/contributions/contribution-author';
import { OpenOwnWords } from '@fil/record/contributions/open-own-words/open-own-words.query';
import { parsed } from '@fil/ui/http/json-body';
import { sendPage } from '@fil/ui/http/send-page';
import { frameOf } from '@fil/ui/page/frame';
import { bilingual, PageProblem } from '@fil/ui/page/page-problem';
import { SiteSettings } from '@fil/ui/page/site-settings';
import { visitOf } from '@fil/ui/page/visit';
import { FindAuthority } from '@fil/views/authorities/authorities.query';
import { FindConsultation } from '@fil/views/consultations/consultations.query';
import { sendReceiptFile } from '@fil/views/receipts/receipt-reply';
import type { Asked } from '@fil/views/reading/shown';
import { FindThread } from '@fil/views/thread/find-thread.query';
import { askedBy } from '../asked';
import { ReceiptPage, type ReceiptPageProps } from './receipt.page';
import { receiptReference } from './receipt-reference';

/** As the form sends it. */
const keyForm = z.object({ authorKey: contributionAuthorKey });

@ApiExcludeController()
@Controller('recepisse')
export class ReceiptController {
  constructor(
    private readonly queries: QueryBus,
    private readonly receipts: Receipts,
    private readonly site: SiteSettings,
  ) {}

  @Get(':reference')
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await this.find(reference);
    await this.send(receipt, null, request, reply);
  }

  /** As `show`, with all that its author gave, for her. */
  @Post(':reference')
  @HttpCode(200)
  async showOwn(
    @Param('reference') reference: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await this.find(reference);
    const { authorKey } = parsed(keyForm, form);
    const disclosed = await this.openOwn(receipt, authorKey, request);
    await this.send(receipt, { disclosed, authorKey: inGroups(authorKey) }, request, reply);
  }

  @Post(':reference/preuve')
  @HttpCode(200)
  async ownFile(
    @Param('reference') reference: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const receipt = await this.find(reference);
    const { fields } = await this.openOwn(receipt, parsed(keyForm, form).authorKey, request);
    void reply.header('cache-control', 'no-store');
    sendReceiptFile(reply, receipt, fields);
  }

  private openOwn({ entry }: EntryReceipt, authorKey: string, { ip }: FastifyRequest): Promise<Disclosed> {
    return this.queries.execute(new OpenOwnWords(toRecordedEvent(entry), authorKey, ip));
  }

  private async find(typed: string): Promise<EntryReceipt> {
    const reference = receiptReference(typed);
    const receipt = reference && (await this.receipts.find(reference));
    if (receipt) return receipt;
    throw new PageProblem(
      404,
      'entry.unknown',
      bilingual((t) => t.receipt.unknownTitle),
      bilingual((t) => t.receipt.unknown),
    );
  }

  private async send(
    receipt: EntryReceipt,
    own: ReceiptPageProps['own'],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const visit = visitOf(request);
    const frame = frameOf(visit, this.site);
    // The page may be asked for before its contribution can be read: it says who answers, so it waits for that.
    const about = await this.about(receipt, { ...askedBy(visit), seen: receipt.entry.index + 1 });
    const { witnesses } = this.receipts;
    const page = ReceiptPage({ frame, receipt, witnesses, about, own, site: request.host });
    const isLate = about?.thread.shown.asOf ?? false;
    sendPage(request, reply, visit, page, { cacheable: own === null && receipt.proof !== null && !isLate });
  }

  private async about({ entry }: EntryReceipt, asked: Asked): Promise<ReceiptPageProps['about']> {
    if (!entry.stream.startsWith('contribution-')) return null;
    const thread = await this.queries.execute(new FindThread({ id: entry.stream }, asked));
    if (!thread) return null;
    const consultation = await this.queries.execute(new FindConsultation(thread.consultation.id, asked));
    const answering = (consultation?.addressees ?? []).filter(({ promise }) => promise !== null);
    const ids = answering.map(({ authority }) => authority.id);
    const asking = ids.length > 0 || !consultation ? ids : [consultation.organiser.id];
    const found = await Promise.all(asking.map((id) => this.queries.execute(new FindAuthority(id, asked))));
    return { thread, consultation, authorities: found.filter((authority) => authority !== null) };
  }
}
