import { sessionMoved } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority } from '../standing-codes';
import { notAStandingSession } from '../standing-session';
import type { MoveSessionInput } from './move-session.command';

type Move = MoveSessionInput & { session: string };

export function decideSessionMove(state: AuthorityState, command: Move, { today }: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    notAStandingSession(state, command.session, today) ??
    notTheDateItHas(state, command) ??
    wrongNewDate(command, today) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(sessionMoved, command)]
  );
}

/** The date replaced stays on the page: it must be the one that stood. */
function notTheDateItHas({ sessions }: AuthorityState, { session, from }: Move): Refusal | null {
  const { on } = sessions.get(session)!;
  return from === on
    ? null
    : refuse(
        'authority.otherSessionDate',
        {
          fr: `La séance est prévue le ${on}. Relisez le calendrier, puis recommencez.`,
          en: `The session is set for ${on}. Read the calendar again, then try again.`,
        },
        { kind: 'conflict', field: 'from' },
      );
}

function wrongNewDate({ from, to }: Move, today: string): Refusal | null {
  if (to === from) {
    return refuse(
      'authority.sameSessionDate',
      {
        fr: 'La nouvelle date est celle que la séance a déjà.',
        en: 'The new date is the one the session has already.',
      },
      { field: 'to' },
    );
  }
  return to >= today
    ? null
    : refuse(
        'authority.movedIntoThePast',
        { fr: 'Une séance ne se déplace pas à une date passée.', en: 'A session is not moved to a day that is past.' },
        { field: 'to' },
      );
}
