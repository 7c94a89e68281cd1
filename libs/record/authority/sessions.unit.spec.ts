import { expectEvents, expectRefusal, TODAY } from '../deciding/specification/given-when-then';
import type { AuthorityState } from './authority.state';
import { decideSessionCancellation } from './cancel-session/cancel-session.decide';
import { decideSessionMove } from './move-session/move-session.decide';
import { decideSession } from './schedule-session/schedule-session.decide';
import { context, tomorrow, town, townAfter } from './specification/some-authority';

const reason = { fr: 'Salle indisponible.' };
const schedule =
  (session: string, on: string, body = 'voirie') =>
  (state: AuthorityState) =>
    decideSession(state, { session, body, on }, context);
const move = (session: string, from: string, to: string) => (state: AuthorityState) =>
  decideSessionMove(state, { session, from, to, reason }, context);
const cancel = (session: string) => (state: AuthorityState) =>
  decideSessionCancellation(state, { session, reason }, context);
const june = townAfter(schedule('juin', '2026-06-20'));

describe('the calendar of sessions', () => {
  it('has sessions of a known body only', () => {
    expectEvents(schedule('juin', '2026-06-20')(town));
    expect(expectRefusal(schedule('juin', '2026-06-20', 'conseil')(town))).toBe('authority.unknownBody');
    expect(expectRefusal(schedule('juin', '2026-06-20', 'parcs')(town))).toBe('authority.bodyEnded');
    expect(expectRefusal(schedule('juin', '2026-07-01')(june))).toBe('authority.codeUsed');
  });

  it('keeps both dates of a session that is moved', () => {
    const [moved] = expectEvents(move('juin', '2026-06-20', '2026-06-27')(june));
    expect(moved).toMatchObject({
      type: 'authority.sessionMoved/1',
      data: { session: 'juin', from: '2026-06-20', to: '2026-06-27' },
    });
    const state = townAfter(schedule('juin', '2026-06-20'), move('juin', '2026-06-20', '2026-06-27'));
    expect(state.sessions.get('juin')).toEqual({ body: 'voirie', on: '2026-06-27', cancelled: false });
    expect(expectRefusal(move('juin', '2026-06-20', '2026-07-01')(state))).toBe('authority.otherSessionDate');
  });

  it('moves no session that is not there, was cancelled, or is past', () => {
    expect(move('mars', '2026-03-20', '2026-03-27')(june)).toMatchObject({ kind: 'notFound' });
    const cancelled = townAfter(schedule('juin', '2026-06-20'), cancel('juin'));
    expect(expectRefusal(move('juin', '2026-06-20', '2026-06-27')(cancelled))).toBe('authority.sessionCancelled');
    const held = townAfter(schedule('mars', '2026-03-02'));
    expect(expectRefusal(move('mars', '2026-03-02', '2026-03-27')(held))).toBe('authority.sessionPast');
    expectEvents(move('mars', TODAY, tomorrow)(townAfter(schedule('mars', TODAY))));
  });

  it('moves it to another day, and not into the past', () => {
    expect(expectRefusal(move('juin', '2026-06-20', '2026-06-20')(june))).toBe('authority.sameSessionDate');
    expect(expectRefusal(move('juin', '2026-06-20', '2026-03-02')(june))).toBe('authority.movedIntoThePast');
  });

  it('cancels once, and only what is still to come', () => {
    const cancelled = townAfter(schedule('juin', '2026-06-20'), cancel('juin'));
    expect(expectRefusal(cancel('juin')(cancelled))).toBe('authority.sessionCancelled');
    expect(expectRefusal(cancel('mars')(townAfter(schedule('mars', '2026-03-02'))))).toBe('authority.sessionPast');
  });
});
