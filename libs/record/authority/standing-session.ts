import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';

/** The session in the address must be in the calendar, neither cancelled nor past: what took place is no longer moved. */
export function notAStandingSession({ sessions }: AuthorityState, code: string, today: string): Refusal | null {
  const session = sessions.get(code);
  if (!session) {
    return refuse(
      'authority.unknownSession',
      {
        fr: `La séance « ${code} » n’est pas au calendrier : inscrivez-la d’abord.`,
        en: `There is no session "${code}" in the calendar: schedule it first.`,
      },
      { kind: 'notFound' },
    );
  }
  if (session.cancelled) {
    return refuse(
      'authority.sessionCancelled',
      {
        fr: `La séance « ${code} » a été annulée : inscrivez-en une autre.`,
        en: `The session "${code}" was cancelled: schedule another one.`,
      },
      { kind: 'conflict' },
    );
  }
  return session.on >= today
    ? null
    : refuse(
        'authority.sessionPast',
        {
          fr: `La séance « ${code} » était prévue le ${session.on} : sa date est passée, elle ne peut plus être ni déplacée ni annulée.`,
          en: `The session "${code}" was set for ${session.on}: that day is past, it can be neither moved nor cancelled.`,
        },
        { kind: 'conflict' },
      );
}
