/**
 * How a request is read before any operation sees it: JSON in UTF-8 and nothing else, and what cannot be read is told
 * like every other problem.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../language';
import { asProblem } from './problem.filter';
import { ProblemError, toProblem } from './problem';

/** For Fastify's option `frameworkErrors`: what it finds before there is a route, such as an address it cannot decode. */
export function answerUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error);
  void reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(toProblem(problem, languageOf(request)));
}

/** To be called on an application created with `bodyParser: false`. */
export function readJsonOnly(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(body);
    if (text === null) done(notUtf8());
    else void parse(request, text, done);
  });
}

/** Bytes: what people type in a form of a page. */
const LONGEST_FORM = 10_000;

/** Forms are what pages send. The API speaks JSON only, and says so. */
export function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: LONGEST_FORM },
    (request, body, done) => {
      if (/^\/api(?:[/?]|$)/.test(request.url)) done(notForms());
      else done(null, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
    },
  );
}

const notForms = (): Error => Object.assign(new Error('a form below /api/'), { statusCode: 415 });

/** PostgreSQL refuses NUL in any text, and no address of ours has one: refused once here rather than in every question. */
export function refuseNulInAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) =>
    done(request.url.includes('%00') ? nulInAddress() : undefined),
  );
}

const nulInAddress = (): ProblemError =>
  new ProblemError(400, 'address.malformed', {
    fr: 'Cette adresse contient un caractère nul (%00), qu’aucune adresse ne comporte. Recopiez-la.',
    en: 'This address contains a null character (%00), which no address has. Copy it again.',
  });

/** Null when the bytes are not UTF-8: read leniently, a letter would become U+FFFD in the log, for ever. */
function decoded(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

const notUtf8 = (): ProblemError =>
  new ProblemError(400, 'body.notUtf8', {
    fr: 'Le texte de la demande n’est pas encodé en UTF-8. Enregistrez-le dans cet encodage, puis recommencez.',
    en: 'The text of the request is not encoded in UTF-8. Save it in this encoding, then try again.',
  });
