/** The calendar of the sessions of an authority's bodies: for deadlines that end with one. */

/** JSON-serialisable. */
export interface Session {
  readonly session: string;
  readonly body: string;
  readonly on: string;
  /** Dates it had before. */
  readonly movedFrom: readonly string[];
  readonly cancelled: boolean;
  /** Day on which it was entered: one entered after it was held was no session anybody could wait for. */
  readonly enteredOn: string;
}

export interface SessionCalendar {
  readonly sessions: readonly Session[];
  /** Codes of the bodies that are councils: those meant when a rule names none. */
  readonly councils: readonly string[];
}

/** @param body null: the council */
export const sessionsOf = ({ sessions, councils }: SessionCalendar, body: string | null): readonly Session[] =>
  sessions
    .filter((one) => (body === null ? councils.includes(one.body) : one.body === body) && one.enteredOn <= one.on)
    .sort((a, b) => a.on.localeCompare(b.on) || a.session.localeCompare(b.session));

/** The first session after that day. */
export const nextSession = (calendar: SessionCalendar, body: string | null, after: string): Session | null =>
  sessionsOf(calendar, body).find(({ cancelled, on }) => !cancelled && on > after) ?? null;

/** The last session of the council up to that day. */
export const lastSessionBy = (calendar: SessionCalendar, day: string): Session | null =>
  sessionsOf(calendar, null).findLast(({ cancelled, on }) => !cancelled && on <= day) ?? null;
