import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { wrongAct } from '../../decisions/act';
import { wrongVotes } from '../../decisions/votes';

/** Values that hold together when they are entered hold together when one of them is corrected. @param facts as they will read */
export function doNotGoTogether(facts: Readonly<Record<string, unknown>>): Refusal | null {
  const { votes, act, handedIn, blank } = facts as {
    votes?: Parameters<typeof wrongVotes>[0] | null;
    act?: Parameters<typeof wrongAct>[0] | null;
    handedIn?: number;
    blank?: number;
  };
  if (handedIn !== undefined && blank !== undefined && blank > handedIn) {
    return refuse(
      'correction.moreBlankThanHandedIn',
      {
        fr: 'Il ne peut y avoir plus de fiches vierges que de fiches remises.',
        en: 'There cannot be more blank sheets than sheets handed in.',
      },
      { field: 'to' },
    );
  }
  return wrongVotes(votes ?? undefined) ?? wrongAct(act ?? undefined);
}
