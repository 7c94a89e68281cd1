import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from './authority.state';

/** The listening point in the address must have been declared, and not closed. */
export function notAStandingListeningPoint({ listeningPoints }: AuthorityState, point: string): Refusal | null {
  switch (listeningPoints.get(point)) {
    case 'active':
      return null;
    case 'ended':
      return refuse(
        'authority.listeningPointClosed',
        {
          fr: `Le point d’écoute « ${point} » est fermé : déclarez-en un autre.`,
          en: `The listening point "${point}" is closed: declare another one.`,
        },
        { kind: 'conflict' },
      );
    case undefined:
      return refuse(
        'authority.unknownListeningPoint',
        {
          fr: `Le point d’écoute « ${point} » n’existe pas : déclarez-le d’abord.`,
          en: `There is no listening point "${point}": declare it first.`,
        },
        { kind: 'notFound' },
      );
  }
}
