import {
  Catch,
  HttpException,
  Inject,
  Injectable,
  Logger,
  Optional,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { languageOf } from '../language';
import { SiteSettings } from '../page/site-settings';
import { visitOf } from '../page/visit';
import { statusOfKind, ProblemError, toProblem } from './problem';
import { problemPage } from './problem-page';
import { sendPage } from './send-page';

/** Injection token of the second parameter of the filter. */
export const IS_UNAVAILABLE = Symbol('fil.isUnavailable');

/**
 * Turns whatever was thrown into an answer: a page for who asked for one with a browser, problem+json for all others
 * and always below /api/. What we did not foresee is logged and says nothing of our insides.
 */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  /**
   * @param site without settings of a site there are no pages, and every problem is JSON
   * @param isUnavailable whether an error says that what we need cannot be reached now
   */
  constructor(
    @Optional() @Inject(SiteSettings) private readonly site?: SiteSettings,
    @Optional() @Inject(IS_UNAVAILABLE) private readonly isUnavailable: (error: unknown) => boolean = () => false,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.isUnavailable(error) ? unavailable() : asProblem(error);
    if (problem.status >= 500 && problem.status !== 503)
      this.logger.error(error instanceof Error ? error.stack : String(error));
    if (problem.status === 503) void reply.header('retry-after', '2');
    if (this.site && wantsPage(request)) {
      const visit = visitOf(request);
      sendPage(request, reply, visit, problemPage(problem, visit, this.site), {
        status: problem.status,
        cacheable: false,
      });
      return;
    }
    void reply
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(toProblem(problem, languageOf(request)));
  }
}

const unavailable = (): ProblemError =>
  new ProblemError(503, 'register.unavailable', {
    fr: 'Le registre ne répond pas pour le moment. Recommencez dans quelques secondes ; pour un enregistrement, avec la même clé d’idempotence : rien ne sera enregistré deux fois.',
    en: 'The register does not answer for the moment. Try again in a few seconds; for a record, with the same idempotency key: nothing will be recorded twice.',
  });

const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !/^\/api(?:[/?]|$)/.test(url) && (headers.accept ?? '').includes('text/html');

export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ExplainedError) return new ProblemError(statusOfKind(error.kind), error.rule, error.explanation);
  const status = statusOf(error);
  if (status === 413) {
    return new ProblemError(413, 'body.tooLarge', {
      fr: 'La demande dépasse la taille admise (1 Mo). Répartissez-la en plusieurs envois.',
      en: 'The request is larger than what is accepted (1 MB). Split it.',
    });
  }
  if (status === 415) {
    return new ProblemError(415, 'body.unsupported', {
      fr: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
      en: 'Send JSON, with the header "Content-Type: application/json".',
    });
  }
  if (status === 404) {
    return new ProblemError(404, 'address.unknown', {
      fr: 'Cette adresse n’existe pas. Voyez /api/v1/openapi.json pour la liste des opérations.',
      en: 'There is nothing at this address. See /api/v1/openapi.json for the operations.',
    });
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new ProblemError(status, 'request.malformed', {
      fr: 'La demande n’a pas pu être lue. Vérifiez que le corps est un JSON bien formé.',
      en: 'The request could not be read. Check that the body is well-formed JSON.',
    });
  }
  return new ProblemError(500, 'internal', {
    fr: 'Une erreur interne s’est produite. Rien n’a été perdu ; recommencez, puis prévenez l’administrateur si elle persiste.',
    en: 'An internal error occurred. Nothing was lost; try again, then tell the administrator if it persists.',
  });
}

/** Nest's and Fastify's own errors carry a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
