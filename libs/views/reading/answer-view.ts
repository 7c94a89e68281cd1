/** A view's answer over HTTP: which size it shows, how long it may be kept, 304 when the reader has it already. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPossibleDate } from '@fil/facts/dates/calendar-date';
import { isKnownTag } from '@fil/ui/http/known-tag';
import { ProblemError } from '@fil/ui/http/problem';
import { SEEN_HEADER } from '@fil/ui/http/recorded-reply';
import type { Asked, Shown } from './shown';

/** Seconds an answer may be shown from a cache before asking again. */
const FRESH = 15;

type Asking = Pick<FastifyRequest, 'headers' | 'query'>;

/**
 * What the request asks to be shown: the header `Fil-Seen`, or `seen` in the address, a size of the log.
 *
 * @throws ProblemError 400 when it asks for what was known on a day: today's answer is not shown instead
 */
export function askedBy(request: Asking, today: string): Asked {
  if (dayKnownOn(request) === undefined) return askedNow(request, today);
  throw new ProblemError(400, 'asKnownOn.unsupported', {
    fr: 'Cette réponse ne se donne que pour aujourd’hui : retirez « asKnownOn ». Un objet seul et la chronologie se demandent tels qu’ils étaient connus un jour donné ; la description de l’API dit lesquels.',
    en: 'This answer is only given as of today: remove "asKnownOn". Single objects and the timeline can be asked for as known on a day; the description of the API says which.',
  });
}

function askedNow(request: Asking, today: string): Asked {
  const given = request.headers[SEEN_HEADER] ?? (request.query as { seen?: unknown } | undefined)?.seen;
  const seen = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : null;
  return { seen, today };
}

/**
 * Of an answer that can be given as it was known on a day: `asKnownOn` in the address, `YYYY-MM-DD`.
 *
 * @throws ProblemError 400 when it is no day, or one to come
 */
export function askedAsKnown(request: Asking, today: string): Asked {
  const asked = askedNow(request, today);
  const on = dayKnownOn(request);
  if (on === undefined) return asked;
  if (typeof on !== 'string' || !isPossibleDate(on) || on > today) {
    throw new ProblemError(400, 'asKnownOn.invalid', {
      fr: 'Indiquez dans « asKnownOn » un jour passé, sous la forme AAAA-MM-JJ.',
      en: 'Give a past day in "asKnownOn", as YYYY-MM-DD.',
    });
  }
  return { ...asked, today: on, knownOn: on };
}

/** As forms send it, blank is not given. */
function dayKnownOn({ query }: Asking): unknown {
  const on = (query as { asKnownOn?: unknown } | undefined)?.asKnownOn;
  return on === '' ? undefined : on;
}

/** Sets the headers of an answer; undefined when the reader's copy is still right (304). */
export function answerView<A extends { readonly shown: Shown }>(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  asked: Asked,
  answer: A,
): A | undefined {
  const { size, asOf } = answer.shown;
  void reply.header(SEEN_HEADER, String(size));
  if (asOf || asked.seen !== null) {
    void reply.header('cache-control', 'no-store');
    return answer;
  }
  // Days are counted: tomorrow the same size gives another answer.
  const etag = `"${size}-${asked.today}"`;
  void reply.header('etag', etag).header('cache-control', `public, max-age=${FRESH}, must-revalidate`);
  if (!isKnownTag(request.headers['if-none-match'], etag)) return answer;
  void reply.status(304);
  return undefined;
}
