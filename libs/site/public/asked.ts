import { parisDay } from '@fil/facts/dates/paris-day';
import type { Visit } from '@fil/ui/page/visit';
import type { Asked } from '@fil/views/reading/shown';

/** What each query is asked on behalf of a visit: today's days, and the size the page must include. */
export const askedBy = (visit: Visit, now = new Date()): Asked => ({ seen: visit.seen, today: parisDay(now) });

/** Undefined when it was left blank, as forms send it. */
export const given = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);
