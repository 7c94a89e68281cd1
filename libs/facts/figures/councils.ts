/**
 * Under which council a commitment was made, and which one owes its lateness (02 §2.2): a slip and a day late belong to
 * the council in office that day, never to the one that follows.
 */
import { addDays, daysBetween } from '../dates/calendar-date';
import { firstDay, lastDay, type When } from '../dates/when';
import type { mandateBegan } from '../events/authority.events';
import { slip } from './commitment-progress';
import type { FactEvent, KnownData } from './fact-event';

/** JSON-serialisable. Days `YYYY-MM-DD`. */
export interface Council {
  readonly mandate: string;
  readonly body: string;
  /** First day in office. */
  readonly began: string;
  /** The day announced for confirming, modifying or abandoning what was open. */
  readonly reviewBy: string;
}

/** Councils of an authority, by their first day. One fact more. */
export function evolveCouncils(councils: readonly Council[], event: FactEvent): readonly Council[] {
  if (event.type !== 'authority.mandateBegan/1') return councils;
  const { mandate, body, began, reviewBy } = event.data as KnownData<typeof mandateBegan>;
  if (mandate === undefined || body === undefined || began === undefined || reviewBy === undefined) return councils;
  return [...councils, { mandate, body, began, reviewBy }].sort((a, b) => a.began.localeCompare(b.began));
}

/** The council in office on a day; null before the first one this register knows. */
export const councilOn = (councils: readonly Council[], day: string): Council | null =>
  councils.findLast(({ began }) => began <= day) ?? null;

/** What a council answers for; `mandate` null: those before the first one this register knows. */
export interface CouncilShare {
  readonly mandate: string | null;
  /** Days by which it put the planned date back, less those by which it brought it forward. */
  readonly slippedDays: number;
  /** Days past the date planned at the time, while it was in office. */
  readonly daysLate: number;
}

/** What the shares are computed from. */
export interface Planned {
  readonly madeOn: When;
  /** The date it was made with. */
  readonly plannedWhenMade: When | null;
  readonly slips: readonly { readonly on: When; readonly from: When | null; readonly to: When | null }[];
  /** Day of the claim that stands, or of the abandonment; null while it is open. */
  readonly closedOn: When | null;
}

/**
 * Slips and lateness of a commitment, each with the council in office at the time, in order of office. A claim to be done
 * that was withdrawn kept no date: the days in between are late as well.
 */
export function sharesByCouncil(planned: Planned, councils: readonly Council[], today: string): CouncilShare[] {
  const shares = new Map<string | null, { slippedDays: number; daysLate: number }>();
  const share = (mandate: string | null): { slippedDays: number; daysLate: number } => {
    const found = shares.get(mandate) ?? { slippedDays: 0, daysLate: 0 };
    shares.set(mandate, found);
    return found;
  };
  const closed = planned.closedOn === null ? today : lastDay(planned.closedOn);
  let since = firstDay(planned.madeOn);
  let date = planned.plannedWhenMade;
  share(councilOn(councils, since)?.mandate ?? null);
  const lateUntil = (day: string): void => {
    if (date === null) return;
    const first = addDays(lastDay(date), 1);
    for (const { mandate, from, to } of officeIn(councils, first > since ? first : since, day)) {
      share(mandate).daysLate += daysBetween(from, to) + 1;
    }
  };
  for (const { on, from, to } of planned.slips) {
    const day = lastDay(on);
    lateUntil(addDays(day, -1));
    share(councilOn(councils, day)?.mandate ?? null).slippedDays += slip(from, to) ?? 0;
    since = day > since ? day : since;
    date = to;
  }
  lateUntil(closed);
  const order = [null, ...councils.map(({ mandate }) => mandate)];
  return order.flatMap((mandate) => {
    const found = shares.get(mandate);
    return found ? [{ mandate, ...found }] : [];
  });
}

/** The days from one to another, both included, cut where a council begins. */
function officeIn(
  councils: readonly Council[],
  from: string,
  to: string,
): { readonly mandate: string | null; readonly from: string; readonly to: string }[] {
  if (from > to) return [];
  const starts = [from, ...councils.map(({ began }) => began).filter((day) => from < day && day <= to)];
  return starts.map((start, n) => ({
    mandate: councilOn(councils, start)?.mandate ?? null,
    from: start,
    to: n + 1 < starts.length ? addDays(starts[n + 1]!, -1) : to,
  }));
}
