/** A page as an answer: its language, how long it may be kept, and 304 when the reader has it already. */
import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from '../page/visit';
import { renderPage } from '../page/render';
import { isKnownTag } from './known-tag';

/** Seconds a public page may be shown from a cache before asking again. */
const FRESH = 15;

export interface SentPage {
  readonly status?: number;
  /** False for what depends on a moment: a page asked for with `seen`, one older than what was asked for, an error. */
  readonly cacheable: boolean;
}

export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  page: VNode,
  { status = 200, cacheable }: SentPage,
): void {
  const html = renderPage(page);
  void reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-language', visit.language)
    .header('vary', 'Accept-Language, Accept');
  if (!cacheable || visit.seen !== null) {
    void reply.header('cache-control', 'no-store').send(html);
    return;
  }
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  void reply.header('etag', etag).header('cache-control', `public, max-age=${FRESH}, must-revalidate`);
  if (isKnownTag(request.headers['if-none-match'], etag)) void reply.status(304).send();
  else void reply.send(html);
}
